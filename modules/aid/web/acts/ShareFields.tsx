import { Form, Input, Radio, Select } from 'antd'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { Form as ShareForm, PayerKind } from '../../contract.ts'
import type { client } from '../api.ts'
import { amountOf, useChoices } from '../names.ts'
import { needWords } from '../words.ts'
import { actWords } from './words.ts'

/** A share as its fields hold it. */
export type ShareValues = {
  payerKind: PayerKind; payerName: string; form: ShareForm; amount?: number | string; item?: string; quantity?: number | null; countedIn?: string
  minutes?: number | null; times?: number | null
}
type ShareInput = Parameters<typeof client.addShare>[0]['share']

/** A share as it crosses the wire: only the fields that belong to its form. */
export function shareInput({ payerKind, payerName, form, ...fields }: ShareValues): ShareInput {
  const amount = amountOf(fields.amount)
  const given = {
    ...(amount === undefined ? {} : { amount }), ...(form === 'money' || !fields.item ? {} : { item: fields.item }),
    ...(form === 'goods' && typeof fields.quantity === 'number' ? { quantity: fields.quantity } : {}),
    ...(form === 'goods' && fields.countedIn ? { countedIn: fields.countedIn } : {}),
    ...(form === 'service' && typeof fields.minutes === 'number' ? { minutes: fields.minutes } : {}),
    ...(form === 'service' && typeof fields.times === 'number' ? { times: fields.times } : {}),
  }
  return { payerKind, payerName, form, ...given }
}

/** The fields of one share; `at` is the way to it in the form. */
export function ShareFields({ at, path }: { at: (string | number)[]; path: (string | number)[] }) {
  const texts = useWords(actWords)
  const { needed } = useWords(needWords)
  const { payers, forms } = useChoices()
  const form = Form.useWatch([...path, 'form']) as ShareForm | undefined
  const required = (label: string) => [{ required: true, message: needed(label) }]
  return (
    <>
      <Form.Item name={[...at, 'payerKind']} label={texts.payerKind} rules={required(texts.payerKind)}><Select options={payers} /></Form.Item>
      <Form.Item
        name={[...at, 'payerName']} label={texts.payerName} extra={texts.payerHint} rules={[{ required: true, whitespace: true,
          message: needed(texts.payerName) }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={[...at, 'form']} label={texts.form} rules={required(texts.form)}><Radio.Group options={forms} /></Form.Item>
      {(form === 'goods' || form === 'service') && (
        <Form.Item name={[...at, 'item']} label={form === 'goods' ? texts.item : texts.serviceItem} rules={required(texts.item)}>
          <Input maxLength={60} />
        </Form.Item>
      )}
      {form === 'goods' && (
        <div className="aid-row">
          <WholeNumberItem name={[...at, 'quantity']} label={texts.quantity} min={1} max={1_000_000} required />
          <Form.Item name={[...at, 'countedIn']} label={texts.countedIn} rules={required(texts.countedIn)}><Input maxLength={8} /></Form.Item>
        </div>
      )}
      {form === 'service' && (
        <div className="aid-row">
          <WholeNumberItem name={[...at, 'minutes']} label={texts.minutes} min={1} max={100_000} />
          <WholeNumberItem name={[...at, 'times']} label={texts.times} min={1} max={1000} />
        </div>
      )}
      <MoneyItem name={[...at, 'amount']} label={form === 'money' ? texts.amount : texts.value} required={form !== 'service'} />
    </>
  )
}
