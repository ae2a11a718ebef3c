import { Alert, App, Form, Input, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { useWords } from '#platform/ui/words.ts'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { ActDialog } from './ActDialog.tsx'
import { client, type ShownVolunteer } from './api.ts'
import { words } from './words.ts'

type DialogProps = { volunteer: ShownVolunteer; onClose: () => void }

const choicesOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** The answer to a yearly check: result and validity only. */
export function ClearanceDialog({ volunteer, onClose }: DialogProps) {
  const texts = useWords(words)
  type Values = { checkedOn: string; result: 'clear' | 'found' | 'pending'; channel?: string; fileNumber?: string }
  return (
    <ActDialog<Values, Parameters<typeof client.recordClearance>[0], { id: string }>
      name="clearance" title={texts.clearanceTitle} onClose={onClose} operation={client.recordClearance} initialValues={{ result: 'clear' }}
      labels={{ checkedOn: texts.checkedOn, result: texts.result, channel: texts.channel, fileNumber: texts.fileNumber }}
      toInput={(values) => ({ id: volunteer.id, ...values })}
    >
      <Alert type="info" showIcon className="xh-gap" title={texts.clearanceLead} />
      <DateItem name="checkedOn" label={texts.checkedOn} required />
      <Form.Item<Values> name="result" label={texts.result}><Radio.Group options={choicesOf(texts.results)} /></Form.Item>
      <Form.Item<Values> name="channel" label={texts.channel}><Input maxLength={50} placeholder={texts.channelHint} /></Form.Item>
      <Form.Item<Values> name="fileNumber" label={texts.fileNumber}><Input maxLength={50} /></Form.Item>
    </ActDialog>
  )
}

/** An accident insurance. */
export function InsuranceDialog({ volunteer, onClose }: DialogProps) {
  const texts = useWords(words)
  type Values = { insurer: string; fromOn: string; untilOn: string }
  return (
    <ActDialog<Values, Parameters<typeof client.recordInsurance>[0], { id: string }>
      name="insurance" title={texts.insuranceTitle} onClose={onClose} operation={client.recordInsurance} initialValues={{}}
      labels={{ insurer: texts.insurer, fromOn: texts.fromOn, untilOn: texts.untilOn }} toInput={(values) => ({ id: volunteer.id, ...values })}
    >
      <Form.Item<Values> name="insurer" label={texts.insurer} rules={[{ required: true, message: texts.insurerNeeded }]}><Input maxLength={50} /></Form.Item>
      <DateItem name="fromOn" label={texts.fromOn} required />
      <DateItem name="untilOn" label={texts.untilOn} required />
    </ActDialog>
  )
}

/** Resting, leaving, coming back. */
export function StatusDialog({ volunteer, onClose }: DialogProps) {
  const texts = useWords(words)
  type Values = { status: ShownVolunteer['status']; on: string; reason?: string; unitId?: string }
  const choices = choicesOf(texts.acts).filter(({ value }) => value !== volunteer.status)
  return (
    <ActDialog<Values, Parameters<typeof client.changeStatus>[0], { id: string }>
      name="status" title={texts.changeStatus} onClose={onClose} operation={client.changeStatus} initialValues={{}}
      labels={{ status: texts.newStatus, on: texts.since, reason: texts.reason, unitId: texts.backUnit }}
      toInput={(values) => ({ id: volunteer.id, version: volunteer.version, ...values })}
    >
      <Form.Item<Values> name="status" label={texts.newStatus} rules={[{ required: true, message: texts.statusNeeded }]}>
        <Radio.Group options={choices} />
      </Form.Item>
      {volunteer.status === 'left' && (
        <Form.Item<Values> name="unitId" label={texts.backUnit} extra={texts.backUnitLead(volunteer.unitName)}>
          <UnitTreePicker loaders={unitLoaders} />
        </Form.Item>
      )}
      <DateItem name="on" label={texts.since} required />
      <Form.Item<Values> name="reason" label={texts.reason} extra={texts.reasonLead}><Input maxLength={200} /></Form.Item>
    </ActDialog>
  )
}

/** To another unit of the range. */
export function MoveDialog({ volunteer, onClose }: DialogProps) {
  const texts = useWords(words)
  type Values = { unitId: string; on: string }
  return (
    <ActDialog<Values, Parameters<typeof client.moveVolunteer>[0], { id: string }>
      name="move" title={texts.moveTo} onClose={onClose} operation={client.moveVolunteer} initialValues={{}}
      labels={{ unitId: texts.moveUnit, on: texts.since }} toInput={(values) => ({ id: volunteer.id, version: volunteer.version, ...values })}
    >
      <Form.Item<Values> name="unitId" label={texts.moveUnit} rules={[{ required: true, message: texts.unitNeeded }]}>
        <UnitTreePicker loaders={unitLoaders} />
      </Form.Item>
      <DateItem name="on" label={texts.since} required />
    </ActDialog>
  )
}

/** The identity number in full, for a reason that is kept. */
export function IdNumberDialog({ volunteer, onClose }: DialogProps) {
  const texts = useWords(words)
  const { modal } = App.useApp()
  type Values = { reason: string }
  return (
    <ActDialog<Values, Parameters<typeof client.readIdNumber>[0], { idNumber: string | null }>
      name="id-number" title={texts.idNumberTitle} onClose={onClose} operation={client.readIdNumber} initialValues={{}} labels={{ reason: texts.purpose }}
      toInput={(values) => ({ id: volunteer.id, ...values })}
      onSaved={({ idNumber }) => void modal.info({ title: texts.idNumberOf(volunteer.name), content: idNumber ?? texts.noIdNumber })}
    >
      <Form.Item<Values> name="reason" label={texts.purpose} extra={texts.purposeLead} rules={[{ required: true, message: texts.purposeNeeded }]}>
        <Input maxLength={200} placeholder={texts.purposeHint} />
      </Form.Item>
    </ActDialog>
  )
}
