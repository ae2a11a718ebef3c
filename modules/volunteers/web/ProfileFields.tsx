import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { knownHealthLimits } from '../rules/fitness.ts'
import { educationWords, joinedByWords, sexWords } from '../rules/words.ts'
import { IntroducerField } from './IntroducerField.tsx'
import { profileLabels as labels, type ProfileValues } from './profile-form.ts'
import { useVolunteerWords } from './use-volunteer-words.ts'

const choicesOf = <Value extends string>(words: Record<Value, string>) => (Object.entries(words) as [Value, string][])
  .map(([value, label]) => ({ value, label }))
const yesNo = [{ value: true, label: '是' }, { value: false, label: '否' }]
const required = (what: string) => [{ required: true, message: `请填写${what}。` }]
const healthChoices = Object.keys(knownHealthLimits).map((value) => ({ value, label: value }))

/** The fields of a volunteer, the same for registering and correcting. */
export function ProfileFields({ idNumberHint, introducer }: { idNumberHint: string; introducer?: { id: string; name: string } | null }) {
  const words = useVolunteerWords()
  return (
    <>
      <Form.Item<ProfileValues> name="name" label={labels.name} rules={required('姓名')}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item<ProfileValues> name="idNumber" label={labels.idNumber} extra={idNumberHint}><Input maxLength={40} autoComplete="off" /></Form.Item>
      <Form.Item<ProfileValues> name="sex" label={labels.sex}><Radio.Group options={choicesOf(sexWords)} /></Form.Item>
      <DateItem name="birthOn" label={labels.birthOn} />
      <Form.Item<ProfileValues> name="phone" label={labels.phone}><Input inputMode="tel" maxLength={40} autoComplete="off" /></Form.Item>
      <Form.Item<ProfileValues> name="categories" label={labels.categories} rules={[{ required: true, message: '请至少选择一个五老类别。' }]}>
        <CheckboxGroup options={words.categories} />
      </Form.Item>
      <DateItem name="joinedOn" label={labels.joinedOn} required />
      <Form.Item<ProfileValues> name="joinedBy" label={labels.joinedBy}><Radio.Group options={choicesOf(joinedByWords)} /></Form.Item>
      <Form.Item<ProfileValues> name="introducerId" label={labels.introducerId} extra="由哪位五老带动加入；没有就不填。">
        <IntroducerField {...(introducer ? { known: introducer } : {})} />
      </Form.Item>
      <Form.Item<ProfileValues> name="serviceRoles" label={labels.serviceRoles}>
        <Select mode="multiple" options={words.serviceRoles} optionFilterProp="label" placeholder="可选几项" />
      </Form.Item>
      <Form.Item<ProfileValues> name="skills" label={labels.skills} extra="写一项按一次回车。">
        <Select mode="tags" open={false} suffixIcon={null} maxCount={20} tokenSeparators={['、', '，', ',']} placeholder="如：书法、讲故事" />
      </Form.Item>
      <Form.Item<ProfileValues> name="healthLimits" label={labels.healthLimits} extra="提醒安排任务的人量力而行，不会因此排除任何人。">
        <Select mode="tags" options={healthChoices} maxCount={10} placeholder="没有就不填" />
      </Form.Item>
      <Form.Item<ProfileValues> name="capacity" label={labels.capacity}><InputNumber min={0} max={20} precision={0} suffix="人" /></Form.Item>
      <Form.Item<ProfileValues> name="availability" label={labels.availability}><Input maxLength={200} placeholder="如：周末、寒暑假" /></Form.Item>
      <Form.Item<ProfileValues> name="isPartyMember" label={labels.isPartyMember}><Radio.Group options={yesNo} /></Form.Item>
      <Form.Item<ProfileValues> name="education" label={labels.education}>
        <Select allowClear options={choicesOf(educationWords)} placeholder="请选择" />
      </Form.Item>
      <Form.Item<ProfileValues> name="formerWork" label={labels.formerWork}><Input maxLength={100} placeholder="如：退休小学教师" /></Form.Item>
      <Form.Item<ProfileValues> name="hasSmartphone" label={labels.hasSmartphone}><Radio.Group options={yesNo} /></Form.Item>
    </>
  )
}
