import { Button, Checkbox, Form, Input, Select, type FormInstance } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownBook } from '../api.ts'
import { words } from '../words.ts'
import { qualificationWords } from './qualification-words.ts'
import { campaignWords } from './words.ts'
import '../charity.css'

type PartnerValues = {
  name?: string; creditCode?: string; task?: string; assessedOn?: string; assessment?: string; agreedOn?: string
  qualification?: { number?: string; grantedOn?: string; validUntil?: string | null } | undefined
}
/** What stands in the form. */
export type CampaignValues = {
  bookId: string; fundId?: string; name?: string; purpose?: string; startsOn?: string; endsOn?: string; area?: string; leaderName?: string
  officeAddress?: string; ways?: string; bankAccount?: string; beneficiaries?: string; usePlan?: string; cost?: number | string; surplusRule?: string
  isEmergency: boolean; partners: (PartnerValues | undefined)[]
}
type Props = { books: readonly ShownBook[]; form: FormInstance<CampaignValues>; labels: Readonly<Record<keyof CampaignValues, string>>; isKnown: boolean }

/** The plan as the law wants it. */
export function CampaignFields({ books, form, labels, isKnown }: Props) {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  const bookId = Form.useWatch('bookId', form)
  const funds = books.find(({ id }) => id === bookId)?.funds ?? []
  const must = (label: string) => [{ required: true, whitespace: true, message: texts.needed(label) }]
  const text = (name: 'name' | 'area' | 'leaderName' | 'officeAddress' | 'bankAccount', max: number, extra?: string) => (
    <Form.Item name={name} label={labels[name]} rules={must(labels[name])} extra={extra}><Input maxLength={max} /></Form.Item>
  )
  const prose = (name: 'purpose' | 'ways' | 'beneficiaries' | 'usePlan' | 'surplusRule', max: number) => (
    <Form.Item name={name} label={labels[name]} rules={must(labels[name])}><Input.TextArea rows={2} maxLength={max} showCount /></Form.Item>
  )
  return (
    <>
      <Form.Item name="bookId" label={labels.bookId} rules={must(labels.bookId)}>
        <Select disabled={isKnown} options={books.map(({ id, name }) => ({ value: id, label: name }))} onChange={() => form.resetFields(['fundId'])} />
      </Form.Item>
      <Form.Item name="fundId" label={labels.fundId} rules={must(labels.fundId)}>
        <Select options={funds.map(({ id, name, restriction }) => ({ value: id, label: `${name} · ${texts.restrictionWords[restriction]}` }))} />
      </Form.Item>
      {text('name', 80)}{prose('purpose', 500)}
      <DateItem name="startsOn" label={labels.startsOn} required /><DateItem name="endsOn" label={labels.endsOn} required />
      <Form.Item name="isEmergency" valuePropName="checked"><Checkbox>{labels.isEmergency}</Checkbox></Form.Item>
      {text('area', 100)}{text('leaderName', 40, own.leaderHint)}{text('officeAddress', 120)}{prose('ways', 300)}{text('bankAccount', 120, own.bankAccountHint)}
      {prose('beneficiaries', 300)}{prose('usePlan', 1000)}<MoneyItem name="cost" label={labels.cost} required />{prose('surplusRule', 300)}
      <PartnerFields />
    </>
  )
}

function PartnerFields() {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  const leave = useWords(qualificationWords)
  const must = (label: string) => [{ required: true, whitespace: true, message: texts.needed(label) }]
  const names = { name: own.partnerName, creditCode: own.creditCode, task: own.task, assessment: own.assessment }
  return (
    <Form.List name="partners">
      {(fields, { add, remove }, { errors }) => (
        <fieldset className="charity-instalments">
          <legend>{own.partners}</legend>
          {fields.map(({ key, name: at }) => (
            <div key={key}>
              {(['name', 'creditCode', 'task', 'assessment'] as const).map(field => (
                <Form.Item key={field} name={[at, field]} label={own.nth(at + 1, names[field])} rules={must(names[field])}>
                  {field === 'assessment' ? <Input.TextArea rows={2} maxLength={500} showCount /> : <Input maxLength={field === 'task' ? 200 : 80} />}
                </Form.Item>
              ))}
              <DateItem name={[at, 'assessedOn']} label={own.nth(at + 1, own.assessedOn)} required />
              <DateItem name={[at, 'agreedOn']} label={own.nth(at + 1, own.agreedOn)} required />
              <Form.Item name={[at, 'qualification', 'number']} label={own.nth(at + 1, leave.partnerNumber)}><Input maxLength={60} /></Form.Item>
              <DateItem name={[at, 'qualification', 'grantedOn']} label={own.nth(at + 1, leave.partnerGrantedOn)} />
              <DateItem name={[at, 'qualification', 'validUntil']} label={own.nth(at + 1, leave.partnerValidUntil)} />
              <Button className="xh-gap" onClick={() => remove(at)}>{own.removePartner(at + 1)}</Button>
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < 20 && <Button onClick={() => add({})}>{own.addPartner}</Button>}
        </fieldset>
      )}
    </Form.List>
  )
}
