import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Modal, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownBatch, useChanged } from '../api.ts'
import { batchWords } from './words.ts'

type Values = { bookId: string; fundId: string; bankAccountId: string; title: string; budgetLineId?: string | null }

/** Begins a batch: books, fund, bank, and what it is called. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const own = useWords(batchWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const labels = { bookId: own.book, fundId: own.fund, bankAccountId: own.bank, title: own.title, budgetLineId: own.project }
  const record = useRecordForm<Values, Parameters<typeof client.draftBatch>[0], ShownBatch>({
    name: 'draft-batch', labels, operation: client.draftBatch, initialValues: {}, toInput: ({ budgetLineId, ...values }) => ({ ...values,
      ...(budgetLineId ? { budgetLineId } : {}) }),
    refusalFields: { FUND_NOT_OF_PROJECT: 'fundId', PROJECT_NOT_RUNNING: 'budgetLineId', NO_SUCH_GROUND: 'fundId' },
    onSaved: async saved => { await changed(); await navigate({ to: `/award-batches/${saved.id}` }) },
  })
  const { data } = useQuery(queries.listAwardGrounds.queryOptions({ input: {} }))
  const bookId = Form.useWatch('bookId', record.form)
  const book = data?.items.find(({ id }) => id === bookId)
  const item = (name: keyof Values, options: readonly { id: string; name: string }[]) => (
    <Form.Item name={name} label={labels[name]} rules={[{ required: true, message: own.needed(labels[name]) }]}>
      <Select options={options.map(({ id, name: label }) => ({ value: id, label }))} />
    </Form.Item>
  )
  return (
    <Modal open title={own.begin} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.beginLead}</p>
      {data?.items.length === 0 && <Alert type="info" showIcon className="xh-gap" title={own.noGround} />}
      <RecordForm record={record} submitLabel={own.begin} onCancel={onClose}>
        <Form.Item name="title" label={labels.title} rules={[{ required: true, whitespace: true,
          message: own.needed(labels.title) }]}><Input maxLength={60} /></Form.Item>
        {item('bookId', data?.items ?? [])}
        {item('fundId', book?.funds ?? [])}
        {item('bankAccountId', book?.banks ?? [])}
        <ProjectItem bookId={bookId} label={labels.budgetLineId} />
      </RecordForm>
    </Modal>
  )
}

/** Which line of the budget of a running project it is paid for; none is right for most. */
function ProjectItem({ bookId, label }: { bookId: string | undefined; label: string }) {
  const own = useWords(batchWords)
  const { data } = useQuery(queries.listProjectGrounds.queryOptions({ input: {} }))
  const projects = data?.items.find(({ id }) => id === bookId)?.projects ?? []
  return (
    <Form.Item name="budgetLineId" label={label} extra={own.projectHint}>
      <Select
        allowClear placeholder={own.noProject}
        options={projects.map(({ id, name, lines }) => ({ key: id, label: name, options: lines.map(line => ({ value: line.id,
          label: `${name} · ${line.name}` })) }))}
      />
    </Form.Item>
  )
}
