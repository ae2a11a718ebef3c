import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Form, Input, Radio, Select, Skeleton } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { childQueries, client, useChanged } from '../api.ts'
import { optionsOf } from '../names.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'

type Input = Parameters<typeof client.recordRightsRequest>[0]
type Guardian = { id: string; relation: string }

/** Writes down what a child or guardian asks, from the page of the child. */
export default function RecordRightsPage() {
  const texts = useWords(actWords)
  const { child = '' } = useSearch({ strict: false }) as { child?: string }
  const found = useQuery({ ...childQueries.getChild.queryOptions({ input: { id: child } }), enabled: child !== '' })
  return (
    <Page title={texts.recordRights} width="text" back={{ to: '/rights-requests', label: texts.rights }} lead={texts.recordRightsLead}>
      {child === '' && <Sheet><p>{texts.fromChild}</p></Sheet>}
      {found.isError && <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />}
      {child !== '' && !found.isError && (found.data ? <RightsForm childId={child} guardians={found.data.guardians} /> : <Skeleton active />)}
    </Page>
  )
}

function RightsForm({ childId, guardians }: { childId: string; guardians: readonly Guardian[] }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const labels = {
    kind: texts.kindLabel, askedBy: texts.askedBy, guardianId: texts.which, proof: texts.proof, requesterName: texts.requesterName, phone: texts.phone,
      wish: texts.wish,
    receivedOn: texts.receivedOn,
  }
  const changed = useChanged()
  const navigate = useNavigate()
  const record = useRecordForm<Omit<Input, 'childId'>, Input, { id: string }>({
    name: 'rights', labels, operation: client.recordRightsRequest, initialValues: { kind: 'see', askedBy: 'guardian', proof: 'household-register' },
    toInput: ({ guardianId, phone, ...values }) => ({
      ...values, childId, ...(values.askedBy === 'guardian' && guardianId !== undefined ? { guardianId } : {}), ...(phone ? { phone } : {}),
    }),
    onSaved: async ({ id }) => { await changed(); await navigate({ to: `/rights-requests/${id}` }) },
  })
  const knownId = record.refusal?.code === 'RIGHTS_REQUEST_KNOWN' ? (record.refusal.data as { id: string }).id : undefined
  const isGuardian = Form.useWatch('askedBy', record.form) === 'guardian'
  return (
    <Sheet>
      <RecordForm record={record} submitLabel={texts.recordRequest}>
        {knownId !== undefined && <p role="status"><Link to={`/rights-requests/${knownId}`}>{texts.openKnown}</Link></p>}
        <Form.Item name="kind" label={labels.kind}><Radio.Group options={optionsOf(names.rightsKinds)} /></Form.Item>
        <Form.Item name="askedBy" label={labels.askedBy}><Radio.Group options={optionsOf(names.askers)} /></Form.Item>
        {isGuardian && (
          <Form.Item name="guardianId" label={labels.guardianId} rules={[{ required: true, message: texts.whichNeeded }]}>
            <Select options={guardians.map(({ id, relation }) => ({ value: id, label: names.relations[relation] ?? relation }))} />
          </Form.Item>
        )}
        <Form.Item name="proof" label={labels.proof}><Select options={optionsOf(names.proofs)} /></Form.Item>
        <Form.Item name="requesterName" label={labels.requesterName} rules={[{ required: true, message: texts.nameNeeded }]}><Input maxLength={60} />
          </Form.Item>
        <Form.Item name="phone" label={labels.phone}><Input maxLength={30} inputMode="tel" /></Form.Item>
        <Form.Item name="wish" label={labels.wish} rules={[{ required: true, message: texts.wishNeeded }]}>
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Form.Item>
        <DateItem name="receivedOn" label={labels.receivedOn} required />
      </RecordForm>
    </Sheet>
  )
}
