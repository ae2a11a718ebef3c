import { Form, Input, Radio, Select, type FormInstance } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { ShownBook } from '../api.ts'
import { useChoices } from '../names.ts'
import { words } from '../words.ts'
import { CampaignField } from './CampaignField.tsx'
import type { GiftValues } from './gift-values.ts'
import { InstalmentField } from './InstalmentField.tsx'
import type { OpenInstalment } from './open-instalments.ts'
import { giftWords } from './words.ts'

type Props = {
  books: readonly ShownBook[]; form: FormInstance<GiftValues>; promises: readonly OpenInstalment[]
  labels: Readonly<Record<keyof GiftValues, string>>; isKnown: boolean
}

/** What is given, and what for. */
export function GiftFields({ books, form, promises, labels, isKnown }: Props) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const { forms } = useChoices()
  const given = Form.useWatch('form', form) ?? 'money'
  const bookId = Form.useWatch('bookId', form)
  const funds = books.find(({ id }) => id === bookId)?.funds ?? []
  const must = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <>
      <Form.Item name="bookId" label={labels.bookId} rules={must(labels.bookId)}>
        <Select disabled={isKnown} options={books.map(({ id, name }) => ({ value: id, label: name }))} onChange={() => form.resetFields(['fundId'])} />
      </Form.Item>
      <Form.Item name="form" label={labels.form}><Radio.Group options={forms} /></Form.Item>
      {given === 'money' && promises.length > 0 && <InstalmentField form={form} promises={promises} label={labels.instalment} />}
      {given !== 'money' && <Form.Item name="item" label={labels.item} rules={must(labels.item)}><Input maxLength={60} /></Form.Item>}
      {given === 'goods' && (
        <>
          <WholeNumberItem name="quantity" label={labels.quantity} min={1} max={1_000_000} required />
          <Form.Item name="countedIn" label={labels.countedIn} rules={must(labels.countedIn)}><Input maxLength={10} /></Form.Item>
        </>
      )}
      <MoneyItem name="amount" label={given === 'money' ? labels.amount : texts.value} required />
      {given !== 'money' && <Form.Item name="valueBasis" label={labels.valueBasis} rules={must(labels.valueBasis)}><Input maxLength={100} /></Form.Item>}
      <Form.Item name="fundId" label={labels.fundId} rules={must(labels.fundId)}>
        <Select options={funds.map(({ id, name, restriction }) => ({ value: id, label: `${name} · ${texts.restrictionWords[restriction]}` }))} />
      </Form.Item>
      <CampaignField bookId={bookId} label={labels.campaignId} />
      <Form.Item name="projectLabel" label={labels.projectLabel}><Input maxLength={100} /></Form.Item>
      <Form.Item name="needKind" label={labels.needKind}><Input maxLength={40} /></Form.Item>
      <Form.Item name="wish" label={labels.wish} extra={own.wishHint}><Input.TextArea rows={3} maxLength={300} showCount /></Form.Item>
      <DateItem name="promisedOn" label={labels.promisedOn} required max={chinaToday()} />
    </>
  )
}
