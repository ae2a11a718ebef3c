import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { client } from '../api.ts'
import { idCardCheck, phoneCheck } from './checks.ts'
import type { Checked } from './DuplicateCheck.tsx'
import { FactList, GuardianList } from './FormLists.tsx'
import { formNames, optionsOf, paperNames, sexNames } from '../names.ts'
import { UnitChoice } from './UnitChoice.tsx'

type Input = Parameters<typeof client.registerChild>[0]
type Consent = NonNullable<Input['consents']>[number]
type Values = Omit<Input, 'consents'> & { consentForm?: Consent['form'] | 'none'; consentCovers?: string; consentFromOn?: string }
type Saved = Awaited<ReturnType<typeof client.registerChild>>

const labels = {
  unitId: '所在单位',
  name: '姓名',
  sex: '性别',
  paperKind: '证件',
  paperNumber: '证件号码',
  birthOn: '出生日期',
  phone: '联系电话',
  address: '住址',
  school: '学校',
  health: '健康情况',
  householdSize: '共同生活人数',
  guardians: '监护人',
  facts: '情况',
  consentForm: '帮扶服务的同意',
  consentCovers: '同意的范围',
  consentFromOn: '同意日期',
}

/** Basics, guardians, facts, consent: one form, one save. Nothing of it is kept in the browser's storage. */
export function RegisterChildForm({
  checked,
  onCancel,
  onRegistered,
}: {
  checked: Checked
  onCancel: () => void
  onRegistered: (child: Saved) => Promise<void>
}) {
  const record = useRecordForm<Values, Input, Saved>({
    name: 'register-child',
    labels,
    operation: client.registerChild,
    toInput,
    onSaved: onRegistered,
    issueFields: { 'consents.0.fromOn': 'consentFromOn', 'consents.0.covers': 'consentCovers' },
    initialValues: {
      ...(checked.name ? { name: checked.name } : {}),
      ...(checked.birthOn ? { birthOn: checked.birthOn } : {}),
      ...(checked.idNumber ? { paperKind: 'id-card', paperNumber: checked.idNumber } : { paperKind: 'none' }),
      guardians: [{ name: '', relation: 'father', isPrimary: true, ...(checked.guardianPhone ? { phone: checked.guardianPhone } : {}) }],
      consentForm: 'paper',
      consentCovers: '五老结对帮扶和上门走访',
    },
  })
  const consent = Form.useWatch('consentForm', record.form)
  return (
    <RecordForm record={record} submitLabel="登记" onCancel={onCancel}>
      <Sheet title="基本信息">
        <Basics paperKind={Form.useWatch('paperKind', record.form)} />
      </Sheet>
      <Sheet title="监护人">
        <GuardianList />
      </Sheet>
      <Sheet title="情况">
        <FactList />
      </Sheet>
      <Sheet title="知情同意">
        <Form.Item name="consentForm" label={labels.consentForm}>
          <Radio.Group options={[...optionsOf(formNames), { value: 'none', label: '尚未取得' }]} />
        </Form.Item>
        {consent !== 'none' && (
          <>
            <Form.Item name="consentCovers" label={labels.consentCovers} rules={[{ required: true, message: '请写明同意的范围。' }]}>
              <Input maxLength={200} />
            </Form.Item>
            <DateItem name="consentFromOn" label={labels.consentFromOn} required />
          </>
        )}
      </Sheet>
    </RecordForm>
  )
}

function Basics({ paperKind }: { paperKind: string | undefined }) {
  return (
    <>
      <Form.Item name="unitId" label={labels.unitId} extra="不选就登记在您当前的单位。">
        <UnitChoice />
      </Form.Item>
      <Form.Item name="name" label={labels.name} rules={[{ required: true, message: '请填写姓名。' }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="paperKind" label={labels.paperKind}>
        <Select options={optionsOf(paperNames)} />
      </Form.Item>
      {paperKind !== 'none' && (
        <Form.Item
          name="paperNumber"
          label={labels.paperNumber}
          rules={[{ required: true, message: '请填写证件号码。' }, ...(paperKind === 'id-card' ? idCardCheck : [])]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      )}
      {paperKind !== 'id-card' && <DateItem name="birthOn" label={labels.birthOn} required />}
      {paperKind !== 'id-card' && (
        <Form.Item name="sex" label={labels.sex} rules={[{ required: true, message: '请选择性别。' }]}>
          <Radio.Group options={optionsOf(sexNames)} />
        </Form.Item>
      )}
      <Form.Item name="phone" label={labels.phone} rules={phoneCheck}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label={labels.address}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="school" label={labels.school}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="householdSize" label={labels.householdSize}>
        <InputNumber min={1} max={50} suffix="人" />
      </Form.Item>
      <Form.Item name="health" label={labels.health} extra="只写帮扶需要知道的，如过敏、服药。">
        <Input.TextArea rows={2} maxLength={1000} autoComplete="off" />
      </Form.Item>
    </>
  )
}

/** Empty fields are left out; the consent becomes one of the list. */
function toInput({ consentForm, consentCovers, consentFromOn, ...values }: Values): Input {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Omit<
    Input,
    'consents'
  >
  const guardians = (values.guardians ?? []).map((guardian) =>
    Object.fromEntries(Object.entries(guardian).filter(([, value]) => value !== undefined && value !== '')),
  )
  const consents =
    consentForm === undefined || consentForm === 'none' || consentFromOn === undefined
      ? []
      : [{ kind: 'service' as const, form: consentForm, covers: consentCovers ?? '', fromOn: consentFromOn }]
  return { ...filled, guardians: guardians as Input['guardians'], consents }
}
