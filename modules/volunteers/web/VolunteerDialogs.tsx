import { Alert, App, Form, Input, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { ActDialog } from './ActDialog.tsx'
import { client, type ShownVolunteer } from './api.ts'

type DialogProps = { volunteer: ShownVolunteer; onClose: () => void }

const results = [{ value: 'clear', label: '无记录' }, { value: 'found', label: '有记录' }, { value: 'pending', label: '待查' }]

/** The answer to a yearly check: result and validity only. */
export function ClearanceDialog({ volunteer, onClose }: DialogProps) {
  type Values = { checkedOn: string; result: 'clear' | 'found' | 'pending'; channel?: string; fileNumber?: string }
  return (
    <ActDialog<Values, Parameters<typeof client.recordClearance>[0], { id: string }>
      name="clearance" title="登记准入查询结果" onClose={onClose} operation={client.recordClearance} initialValues={{ result: 'clear' }}
      labels={{ checkedOn: '查询日期', result: '结果', channel: '查询途径', fileNumber: '文号' }} toInput={(values) => ({ id: volunteer.id, ...values })}
    >
      <Alert type="info" showIcon className="xh-gap" title="只记结果和有效期，不记具体内容。结果自查询之日起一年内有效。" />
      <DateItem name="checkedOn" label="查询日期" required />
      <Form.Item<Values> name="result" label="结果"><Radio.Group options={results} /></Form.Item>
      <Form.Item<Values> name="channel" label="查询途径"><Input maxLength={50} placeholder="如：派出所、检察院" /></Form.Item>
      <Form.Item<Values> name="fileNumber" label="文号"><Input maxLength={50} /></Form.Item>
    </ActDialog>
  )
}

/** An accident insurance. */
export function InsuranceDialog({ volunteer, onClose }: DialogProps) {
  type Values = { insurer: string; fromOn: string; untilOn: string }
  return (
    <ActDialog<Values, Parameters<typeof client.recordInsurance>[0], { id: string }>
      name="insurance" title="登记意外保险" onClose={onClose} operation={client.recordInsurance} initialValues={{}}
      labels={{ insurer: '保险公司', fromOn: '起始日期', untilOn: '截止日期' }} toInput={(values) => ({ id: volunteer.id, ...values })}
    >
      <Form.Item<Values> name="insurer" label="保险公司" rules={[{ required: true, message: '请填写保险公司。' }]}><Input maxLength={50} /></Form.Item>
      <DateItem name="fromOn" label="起始日期" required />
      <DateItem name="untilOn" label="截止日期" required />
    </ActDialog>
  )
}

/** Resting, leaving, coming back. */
export function StatusDialog({ volunteer, onClose }: DialogProps) {
  type Values = { status: ShownVolunteer['status']; on: string; reason?: string }
  const choices = [{ value: 'active', label: '归队' }, { value: 'resting', label: '休整' }, { value: 'left', label: '退出' }]
    .filter(({ value }) => value !== volunteer.status)
  return (
    <ActDialog<Values, Parameters<typeof client.changeStatus>[0], { id: string }>
      name="status" title="变更状态" onClose={onClose} operation={client.changeStatus} initialValues={{}}
      labels={{ status: '改为', on: '从哪天起', reason: '原因' }} toInput={(values) => ({ id: volunteer.id, version: volunteer.version, ...values })}
    >
      <Form.Item<Values> name="status" label="改为" rules={[{ required: true, message: '请选择。' }]}><Radio.Group options={choices} /></Form.Item>
      <DateItem name="on" label="从哪天起" required />
      <Form.Item<Values> name="reason" label="原因" extra="退出时必填。"><Input maxLength={200} /></Form.Item>
    </ActDialog>
  )
}

/** To another unit of the range. */
export function MoveDialog({ volunteer, onClose }: DialogProps) {
  type Values = { unitId: string; on: string }
  return (
    <ActDialog<Values, Parameters<typeof client.moveVolunteer>[0], { id: string }>
      name="move" title="转到另一单位" onClose={onClose} operation={client.moveVolunteer} initialValues={{}}
      labels={{ unitId: '转到', on: '从哪天起' }} toInput={(values) => ({ id: volunteer.id, version: volunteer.version, ...values })}
    >
      <Form.Item<Values> name="unitId" label="转到" rules={[{ required: true, message: '请选择单位。' }]}><UnitTreePicker loaders={unitLoaders} /></Form.Item>
      <DateItem name="on" label="从哪天起" required />
    </ActDialog>
  )
}

/** The identity number in full, for a reason that is kept. */
export function IdNumberDialog({ volunteer, onClose }: DialogProps) {
  const { modal } = App.useApp()
  type Values = { reason: string }
  return (
    <ActDialog<Values, Parameters<typeof client.readIdNumber>[0], { idNumber: string | null }>
      name="id-number" title="查看身份证号" onClose={onClose} operation={client.readIdNumber} initialValues={{}} labels={{ reason: '用途' }}
      toInput={(values) => ({ id: volunteer.id, ...values })}
      onSaved={({ idNumber }) => void modal.info({ title: `${volunteer.name}的身份证号`, content: idNumber ?? '没有登记' })}
    >
      <Form.Item<Values> name="reason" label="用途" extra="查看会记入审计。" rules={[{ required: true, message: '请填写用途。' }]}>
        <Input maxLength={200} placeholder="如：办理意外保险" />
      </Form.Item>
    </ActDialog>
  )
}
