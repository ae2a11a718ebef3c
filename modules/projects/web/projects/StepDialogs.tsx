import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm, type RecordFormOptions } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { hasRelated } from '../../rules/projects.ts'
import { client, queries, type ReadProject, useChanged } from '../api.ts'
import { RelatedNote } from './PartnerSheet.tsx'
import { projectWords } from './words.ts'

type Props = { project: ReadProject; onClose: () => void }
type Options<Values extends object, Input> = Pick<RecordFormOptions<Values, Input, unknown>, 'name' | 'labels' | 'operation' | 'toInput' | 'initialValues'
  | 'refusalFields'>

/** A step that asks for something: its fields, and what it will do. */
function StepDialog<Values extends object, Input>({ title, lead, submitLabel, options, onClose, children }: {
  title: string; lead: string; submitLabel: string; options: Options<Values, Input>; onClose: () => void; children: ReactNode
}) {
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({ ...options, onSaved: async () => { onClose(); await changed() } })
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p className="xh-gap">{lead}</p>
      <RecordForm record={record} submitLabel={submitLabel} onCancel={onClose}>{children}</RecordForm>
    </Modal>
  )
}

const useNeeded = () => {
  const own = useWords(projectWords)
  return (label: string) => [{ required: true, whitespace: true, message: own.needed(label) }]
}

/** Approving, with the number of a resolution where the budget wants one. */
export function ApproveDialog({ project, onClose }: Props) {
  const own = useWords(projectWords)
  const needed = useNeeded()
  const { id, version, need } = project
  const isRelated = hasRelated(project.partners)
  const toInput = ({ resolution }: { resolution?: string }) => ({ id, version, ...(resolution ? { resolution } : {}) })
  return (
    <StepDialog
      title={own.approveTitle} lead={own.approveLead(formatYuan(project.lines.reduce((sum, line) => sum + line.budgetFen, 0)))}
      submitLabel={own.approve} onClose={onClose}
      options={{ name: 'approve-project', labels: { resolution: own.resolution }, operation: client.approveProject, initialValues: {}, toInput }}
    >
      <RelatedNote partners={project.partners} />
      {need.needsResolution && (
        <Form.Item name="resolution" label={own.resolution} extra={isRelated ? own.resolutionOfRelated : own.resolutionHint} rules={needed(own.resolution)}>
          <Input maxLength={60} />
        </Form.Item>
      )}
    </StepDialog>
  )
}

/** What an acceptance finds. */
export function AcceptDialog({ project: { id, version }, onClose }: Props) {
  const own = useWords(projectWords)
  const needed = useNeeded()
  const toInput = (values: { finding: string }) => ({ id, version, ...values })
  return (
    <StepDialog
      title={own.acceptTitle} lead={own.acceptLead} submitLabel={own.accept} onClose={onClose}
      options={{ name: 'accept-project', labels: { finding: own.finding }, operation: client.acceptProject, initialValues: {}, toInput }}
    >
      <Form.Item name="finding" label={own.finding} rules={needed(own.finding)}><Input.TextArea rows={3} maxLength={1000} /></Form.Item>
    </StepDialog>
  )
}

/** What an accepted project was worth. */
export function EvaluateDialog({ project: { id, version, evaluationScore, evaluation }, onClose }: Props) {
  const own = useWords(projectWords)
  const needed = useNeeded()
  const toInput = ({ score, evaluation: text }: { score: number | null; evaluation: string }) => ({ id, version, score: score ?? 0, evaluation: text })
  return (
    <StepDialog
      title={own.evaluateTitle} lead={own.purposeHint} submitLabel={own.evaluate} onClose={onClose}
      options={{
        name: 'evaluate-project', labels: { score: own.score, evaluation: own.evaluation }, operation: client.evaluateProject, toInput,
        initialValues: { ...(evaluationScore === null ? {} : { score: evaluationScore }), ...(evaluation === null ? {} : { evaluation }) },
      }}
    >
      <WholeNumberItem name="score" label={own.score} min={0} max={100} required />
      <Form.Item name="evaluation" label={own.evaluation} rules={needed(own.evaluation)}><Input.TextArea rows={4} maxLength={2000} /></Form.Item>
    </StepDialog>
  )
}

/** Closing; where the rule carries a surplus on, the successor. */
export function CloseDialog({ project, onClose }: Props) {
  const own = useWords(projectWords)
  const { id, version, bookId, surplusRule } = project
  const { data } = useQuery(queries.listProjectGrounds.queryOptions({ input: {} }))
  const others = (data?.items.find(book => book.id === bookId)?.projects ?? []).filter(each => each.id !== id)
  const toInput = ({ successorId }: { successorId?: string | null }) => ({ id, version, ...(successorId ? { successorId } : {}) })
  return (
    <StepDialog
      title={own.closeTitle} lead={surplusRule === 'carry' ? own.closeCarry : own.closeReturn} submitLabel={own.close} onClose={onClose}
      options={{
        name: 'close-project', labels: { successorId: own.successor }, operation: client.closeProject, initialValues: {}, toInput,
        ...(surplusRule === 'carry' ? { refusalFields: { SUCCESSOR_MISSING: 'successorId' as const } } : {}),
      }}
    >
      {surplusRule === 'carry' && (
        <Form.Item name="successorId" label={own.successor}>
          <Select allowClear options={others.map(({ id: value, name }) => ({ value, label: name }))} />
        </Form.Item>
      )}
    </StepDialog>
  )
}
