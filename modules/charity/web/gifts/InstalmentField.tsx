import { Form, Select, type FormInstance } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { agreementWords } from '../agreements/words.ts'
import type { GiftValues } from './gift-values.ts'
import { promised, type OpenInstalment } from './open-instalments.ts'

type Props = { form: FormInstance<GiftValues>; promises: readonly OpenInstalment[]; label: string }

/** Which instalment a gift meets; its fund and what is missing of it are filled in. */
export function InstalmentField({ form, promises, label }: Props) {
  const own = useWords(agreementWords)
  const options = promises.map(({ key, title, seq, dueOn, missingFen }) => ({ value: key, label: own.meetsLine(title, seq, dueOn, formatYuan(missingFen)) }))
  const choose = (key: string | undefined) => {
    const chosen = promises.find(promise => promise.key === key)
    if (chosen !== undefined) form.setFieldsValue(promised(chosen))
  }
  return (
    <Form.Item name="instalment" label={label} extra={own.meetsHint}>
      <Select allowClear options={options} placeholder={own.meetsNone} onChange={choose} />
    </Form.Item>
  )
}
