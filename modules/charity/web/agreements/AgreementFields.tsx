import { Button, Form, Input, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { AgreementKind } from '../../contract.ts'
import type { ShownBook } from '../api.ts'
import { useChoices } from '../names.ts'
import { words } from '../words.ts'
import { agreementWords } from './words.ts'
import '../charity.css'

/** What stands in the form. */
export type AgreementValues = {
  kind: AgreementKind; title?: string; signedOn?: string; fundId?: string; purpose?: string
  instalments: ({ dueOn?: string; amount?: number | string } | undefined)[]
}

type Props = { books: readonly ShownBook[]; labels: Readonly<Record<keyof AgreementValues, string>> }

/** What was promised, and when it is to come. */
export function AgreementFields({ books, labels }: Props) {
  const texts = useWords(words)
  const { agreementKinds } = useChoices()
  const must = (label: string) => [{ required: true, message: texts.needed(label) }]
  const funds = books.map(({ name, funds: of }) => ({
    label: name, options: of.map(fund => ({ value: fund.id, label: `${fund.name} · ${texts.restrictionWords[fund.restriction]}` })),
  }))
  return (
    <>
      <Form.Item name="kind" label={labels.kind}><Radio.Group options={agreementKinds} /></Form.Item>
      <Form.Item name="title" label={labels.title} rules={must(labels.title)}><Input maxLength={80} /></Form.Item>
      <DateItem name="signedOn" label={labels.signedOn} required max={chinaToday()} />
      <Form.Item name="fundId" label={labels.fundId} rules={must(labels.fundId)}><Select options={funds} /></Form.Item>
      <Form.Item name="purpose" label={labels.purpose} rules={must(labels.purpose)}><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
      <InstalmentFields />
    </>
  )
}

function InstalmentFields() {
  const texts = useWords(words)
  const own = useWords(agreementWords)
  return (
    <Form.List name="instalments">
      {(fields, { add, remove }, { errors }) => (
        <fieldset className="charity-instalments">
          <legend>{own.instalments}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="charity-instalment">
              <DateItem name={[name, 'dueOn']} label={`${own.seq(name + 1)} ${own.dueOn}`} required />
              <MoneyItem name={[name, 'amount']} label={`${own.seq(name + 1)} ${texts.amount}`} required />
              {fields.length > 1 && <Button onClick={() => remove(name)}>{own.removeInstalment(name + 1)}</Button>}
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < 60 && <Button onClick={() => add({})}>{own.addInstalment}</Button>}
        </fieldset>
      )}
    </Form.List>
  )
}
