import { Form, Input, type FormItemProps } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../words.ts'
import { readTypedMoney, showFen } from './money.ts'

export type MoneyFieldProps = {
  id?: string
  /** Whole fen; a text only while what is typed is no amount. */
  value?: number | string | undefined
  onChange?: (value: number | string | undefined) => void
  disabled?: boolean
}

/** An amount shown in yuan and kept in fen. */
export function MoneyField({ id, value, onChange, disabled, ...rest }: MoneyFieldProps) {
  const words = useWords()
  const [typing, setTyping] = useState<string>()
  const shown = typeof value === 'number' ? showFen(value) : (value ?? '')
  useEffect(() => setTyping(undefined), [value])
  const finish = () => {
    if (typing === undefined) return
    const typed = readTypedMoney(typing)
    setTyping(undefined)
    onChange?.(typing.trim() === '' ? undefined : typed.kind === 'fen' ? typed.fen : typing)
  }
  return (
    <Input
      {...rest} {...(id ? { id } : {})} className="xh-money" inputMode="decimal" autoComplete="off" suffix={words.yuan}
      disabled={disabled ?? false} value={typing ?? shown} onChange={event => setTyping(event.target.value)}
      onBlur={finish} onPressEnter={finish}
    />
  )
}

export type MoneyItemProps = Omit<FormItemProps, 'children' | 'rules'> & { label: string; required?: boolean; disabled?: boolean }

/** A money field with its label and its checks, inside a form. */
export function MoneyItem({ required, disabled, ...item }: MoneyItemProps) {
  const words = useWords()
  const validator = async (_rule: unknown, value: number | string | undefined) => {
    if (value === undefined || value === '') return required ? Promise.reject(new Error(words.fieldNeeded(item.label))) : undefined
    if (typeof value === 'number') return undefined
    const typed = readTypedMoney(value)
    const sentences = {
      'too-fine': words.moneyCents, negative: words.moneyNegative, 'full-width': words.moneyHalfWidth, unreadable: words.moneyForm, fen: undefined,
    }
    const sentence = sentences[typed.kind]
    if (sentence) throw new Error(sentence)
    return undefined
  }
  return (
    <Form.Item {...item} {...(required ? { required } : {})} rules={[{ validator }]}>
      <MoneyField {...(disabled ? { disabled } : {})} />
    </Form.Item>
  )
}
