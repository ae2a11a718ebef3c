import { Form, Input, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { client } from '../api.ts'
import { idCardCheck, phoneCheck } from './checks.ts'
import type { Checked } from './DuplicateCheck.tsx'
import { FactList, GuardianList } from './FormLists.tsx'
import { useWords } from '#platform/ui/words.ts'
import { optionsOf, useNames } from '../names.ts'
import { registerWords } from '../words/register-words.ts'
import { UnitChoice } from './UnitChoice.tsx'

type Input = Parameters<typeof client.registerChild>[0]
type Consent = NonNullable<Input['consents']>[number]
type Values = Omit<Input, 'consents'> & { consentForm?: Consent['form'] | 'none'; consentCovers?: string; consentFromOn?: string }
type Saved = Awaited<ReturnType<typeof client.registerChild>>

function useLabels() {
  const texts = useWords(registerWords)
  const { name, sex, paperNumber, birthOn, phone, address, school, health, householdSize, guardians, facts, consentForm, consentCovers, consentFromOn } = texts
  return {
    unitId: texts.unit, name, sex, paperKind: texts.paper, paperNumber, birthOn, phone, address, school, health, householdSize, guardians, facts, consentForm,
    consentCovers, consentFromOn,
  }
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
  const texts = useWords(registerWords)
  const names = useNames()
  const labels = useLabels()
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
      // Who it is is chosen, never presumed: often a grandparent comes.
      guardians: [{ name: '', isPrimary: true, ...(checked.guardianPhone ? { phone: checked.guardianPhone } : {}) } as Input['guardians'][number]],
      consentForm: 'paper',
      consentCovers: texts.coversUsual,
    },
  })
  const consent = Form.useWatch('consentForm', record.form)
  return (
    <RecordForm record={record} submitLabel={texts.register} onCancel={onCancel}>
      <Sheet title={texts.basics}>
        <Basics paperKind={Form.useWatch('paperKind', record.form)} />
      </Sheet>
      <Sheet title={texts.guardians}>
        <GuardianList />
      </Sheet>
      <Sheet title={texts.facts}>
        <FactList />
      </Sheet>
      <Sheet title={texts.consent}>
        <Form.Item name="consentForm" label={labels.consentForm}>
          <Radio.Group options={[...optionsOf(names.consentForms), { value: 'none', label: texts.consentNone }]} />
        </Form.Item>
        {consent !== 'none' && (
          <>
            <Form.Item name="consentCovers" label={labels.consentCovers} rules={[{ required: true, message: texts.coversNeeded }]}>
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
  const texts = useWords(registerWords)
  const names = useNames()
  const labels = useLabels()
  return (
    <>
      <Form.Item name="unitId" label={labels.unitId} extra={texts.unitLead}>
        <UnitChoice />
      </Form.Item>
      <Form.Item name="name" label={labels.name} rules={[{ required: true, message: texts.nameNeeded }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="paperKind" label={labels.paperKind}>
        <Select options={optionsOf(names.papers)} />
      </Form.Item>
      {paperKind !== 'none' && (
        <Form.Item
          name="paperNumber"
          label={labels.paperNumber}
          rules={[{ required: true, message: texts.paperNeeded }, ...(paperKind === 'id-card' ? idCardCheck : [])]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      )}
      {paperKind !== 'id-card' && <DateItem name="birthOn" label={labels.birthOn} required />}
      {paperKind !== 'id-card' && (
        <Form.Item name="sex" label={labels.sex} rules={[{ required: true, message: texts.sexNeeded }]}>
          <Radio.Group options={optionsOf(names.sexes)} />
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
      <WholeNumberItem name="householdSize" label={labels.householdSize} min={1} max={50} suffix={texts.people} />
      <Form.Item name="health" label={labels.health} extra={texts.healthLead}>
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
