import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Modal, Radio, Skeleton } from 'antd'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ReadDonor, type ShownDonor, useChanged } from '../api.ts'
import { donorWords, words } from '../words.ts'
import '../charity.css'

type Props = { donor: ReadDonor; onClose: () => void }

/** Another record that is the same person is merged into this one. */
export function MergeDialog({ donor, onClose }: Props) {
  const own = useWords(donorWords)
  const asked = useQuery(queries.listTwinsOfDonor.queryOptions({ input: { id: donor.id } }))
  return (
    <Modal open title={own.mergeTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.mergeLead}</p>
      {asked.isError && <Alert type="error" showIcon title={toRefusal(asked.error).message} />}
      {asked.isPending && <Skeleton active />}
      {asked.data?.items.length === 0 && <Alert type="info" showIcon title={own.noTwins} />}
      {asked.data !== undefined && asked.data.items.length > 0 && <MergeForm donor={donor} twins={asked.data.items} onClose={onClose} />}
    </Modal>
  )
}

type Values = { twinId?: string; reason?: string }

function MergeForm({ donor, twins, onClose }: Props & { twins: readonly ShownDonor[] }) {
  const texts = useWords(words)
  const own = useWords(donorWords)
  const changed = useChanged()
  const navigate = useNavigate()
  const labels = { twinId: own.twin, reason: texts.reason }
  const record = useRecordForm<Values, Parameters<typeof client.mergeDonors>[0], ShownDonor>({
    name: 'merge-donors', labels, operation: client.mergeDonors, initialValues: {}, refusalFields: { NO_TWINS: 'twinId' },
    toInput: ({ twinId, reason }) => ({
      id: donor.id, version: donor.version, twinId: twinId ?? '', twinVersion: twins.find(({ id }) => id === twinId)?.version ?? 0, reason: reason ?? '',
    }),
    onSaved: async kept => { onClose(); await changed(); await navigate({ to: `/donors/${kept.id}` }) },
  })
  const options = twins.map(twin => ({ value: twin.id, label: own.twinLine(twin.label, twin.giftCount, twin.unitName) }))
  const must = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <RecordForm record={record} submitLabel={own.merge} onCancel={onClose}>
      <Form.Item name="twinId" label={labels.twinId} rules={must(labels.twinId)}><Radio.Group className="charity-choices" options={options} /></Form.Item>
      <Form.Item name="reason" label={labels.reason} rules={must(labels.reason)}><Input.TextArea rows={2} maxLength={200} showCount /></Form.Item>
    </RecordForm>
  )
}
