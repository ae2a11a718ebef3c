import { Form, Input, Radio, Select } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useWords } from '#platform/ui/words.ts'
import { commonHealthLimits } from '../rules/health-limits.ts'
import { IntroducerField } from './IntroducerField.tsx'
import type { ProfileValues } from './profile-form.ts'
import { useVolunteerWords } from './use-volunteer-words.ts'
import { formWords, separators, words } from './words.ts'

const choicesOf = <Value extends string>(names: Readonly<Record<Value, string>>) => (Object.entries(names) as [Value, string][])
  .map(([value, label]) => ({ value, label }))
const healthChoices = commonHealthLimits.map((value) => ({ value, label: value }))

/** The fields of a volunteer, the same for registering and correcting. */
export function ProfileFields({ idNumberHint, introducer }: { idNumberHint: string; introducer?: { id: string; name: string } | null }) {
  const { categories, serviceRoles } = useVolunteerWords()
  const texts = useWords(formWords)
  const { educationWords, joinedByWords, sexWords } = useWords(words)
  const { yes, no } = useWords()
  const labels = texts.fields
  const yesNo = [{ value: true, label: yes }, { value: false, label: no }]
  return (
    <>
      <Form.Item<ProfileValues> name="name" label={labels.name} rules={[{ required: true, message: texts.nameNeeded }]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item<ProfileValues> name="idNumber" label={labels.idNumber} extra={idNumberHint}><Input maxLength={40} autoComplete="off" /></Form.Item>
      <Form.Item<ProfileValues> name="sex" label={labels.sex}><Radio.Group options={choicesOf(sexWords)} /></Form.Item>
      <DateItem name="birthOn" label={labels.birthOn} />
      <Form.Item<ProfileValues> name="phone" label={labels.phone}><Input inputMode="tel" maxLength={40} autoComplete="off" /></Form.Item>
      <Form.Item<ProfileValues> name="categories" label={labels.categories} rules={[{ required: true, message: texts.categoryNeeded }]}>
        <CheckboxGroup options={categories} />
      </Form.Item>
      <DateItem name="joinedOn" label={labels.joinedOn} required />
      <Form.Item<ProfileValues> name="joinedBy" label={labels.joinedBy}><Radio.Group options={choicesOf(joinedByWords)} /></Form.Item>
      <Form.Item<ProfileValues> name="introducerId" label={labels.introducerId} extra={texts.introducerLead}>
        <IntroducerField {...(introducer ? { known: introducer } : {})} />
      </Form.Item>
      <Form.Item<ProfileValues> name="serviceRoles" label={labels.serviceRoles}>
        <Select mode="multiple" options={serviceRoles} optionFilterProp="label" placeholder={texts.rolesHint} />
      </Form.Item>
      <Form.Item<ProfileValues> name="skills" label={labels.skills} extra={texts.skillsLead}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={20} tokenSeparators={separators} placeholder={texts.skillsHint} />
      </Form.Item>
      <Form.Item<ProfileValues> name="healthLimits" label={labels.healthLimits} extra={texts.healthLead}>
        <Select mode="tags" options={healthChoices} maxCount={10} placeholder={texts.healthHint} />
      </Form.Item>
      <WholeNumberItem name="capacity" label={labels.capacity} min={0} max={20} suffix={texts.people} />
      <Form.Item<ProfileValues> name="availability" label={labels.availability}><Input maxLength={200} placeholder={texts.availabilityHint} /></Form.Item>
      <Form.Item<ProfileValues> name="isPartyMember" label={labels.isPartyMember}><Radio.Group options={yesNo} /></Form.Item>
      <Form.Item<ProfileValues> name="education" label={labels.education}>
        <Select allowClear options={choicesOf(educationWords)} placeholder={texts.choose} />
      </Form.Item>
      <Form.Item<ProfileValues> name="formerWork" label={labels.formerWork}><Input maxLength={100} placeholder={texts.formerWorkHint} /></Form.Item>
      <Form.Item<ProfileValues> name="hasSmartphone" label={labels.hasSmartphone}><Radio.Group options={yesNo} /></Form.Item>
    </>
  )
}
