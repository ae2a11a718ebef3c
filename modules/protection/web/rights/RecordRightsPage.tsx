import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Form, Input, Radio, Select, Skeleton } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { askerNames, proofNames, relationNames, rightsKindNames } from '../../rules/words.ts'
import { childQueries, client, useChanged } from '../api.ts'
import { optionsOf } from '../names.ts'

type Input = Parameters<typeof client.recordRightsRequest>[0]
type Guardian = { id: string; relation: string }

const labels = {
  kind: '请求什么', askedBy: '谁提出', guardianId: '哪一位监护人', proof: '身份和关系怎样证明', requesterName: '提出人姓名', phone: '联系电话', wish: '具体要求',
  receivedOn: '收到日期',
}

/** Writes down what a child or guardian asks, from the page of the child. */
export default function RecordRightsPage() {
  const { child = '' } = useSearch({ strict: false }) as { child?: string }
  const found = useQuery({ ...childQueries.getChild.queryOptions({ input: { id: child } }), enabled: child !== '' })
  const lead = '从收到之日起十五日内书面答复。姓名、电话和要求会加密保存，只有登记人和未成年人信息负责人能看到。'
  return (
    <Page title="登记权利请求" width="text" back={{ to: '/rights-requests', label: '权利请求' }} lead={lead}>
      {child === '' && <Sheet><p>请先在“关爱对象”中打开孩子的页面，再点“登记权利请求”。</p></Sheet>}
      {found.isError && <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />}
      {child !== '' && !found.isError && (found.data ? <RightsForm childId={child} guardians={found.data.guardians} /> : <Skeleton active />)}
    </Page>
  )
}

function RightsForm({ childId, guardians }: { childId: string; guardians: readonly Guardian[] }) {
  const changed = useChanged()
  const navigate = useNavigate()
  const record = useRecordForm<Omit<Input, 'childId'>, Input, { id: string }>({
    name: 'rights', labels, operation: client.recordRightsRequest, initialValues: { kind: 'see', askedBy: 'guardian', proof: 'household-register' },
    toInput: ({ guardianId, phone, ...values }) => ({
      ...values, childId, ...(values.askedBy === 'guardian' && guardianId !== undefined ? { guardianId } : {}), ...(phone ? { phone } : {}),
    }),
    onSaved: async ({ id }) => { await changed(); await navigate({ to: `/rights-requests/${id}` }) },
  })
  const isGuardian = Form.useWatch('askedBy', record.form) === 'guardian'
  return (
    <Sheet>
      <RecordForm record={record} submitLabel="登记请求">
        <Form.Item name="kind" label={labels.kind}><Radio.Group options={optionsOf(rightsKindNames)} /></Form.Item>
        <Form.Item name="askedBy" label={labels.askedBy}><Radio.Group options={optionsOf(askerNames)} /></Form.Item>
        {isGuardian && (
          <Form.Item name="guardianId" label={labels.guardianId} rules={[{ required: true, message: '请选择是哪一位监护人。' }]}>
            <Select options={guardians.map(({ id, relation }) => ({ value: id, label: relationNames[relation] ?? '其他' }))} />
          </Form.Item>
        )}
        <Form.Item name="proof" label={labels.proof}><Select options={optionsOf(proofNames)} /></Form.Item>
        <Form.Item name="requesterName" label={labels.requesterName} rules={[{ required: true, message: '请填写提出人姓名。' }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="phone" label={labels.phone}><Input maxLength={30} inputMode="tel" /></Form.Item>
        <Form.Item name="wish" label={labels.wish} rules={[{ required: true, message: '请写明要求什么。' }]}>
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Form.Item>
        <DateItem name="receivedOn" label={labels.receivedOn} required />
      </RecordForm>
    </Sheet>
  )
}
