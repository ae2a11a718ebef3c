import { Form, InputNumber, type FormItemProps } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

export type WholeNumberItemProps = Omit<FormItemProps, 'children' | 'rules'> & {
  label: string
  min: number
  max: number
  required?: boolean
  suffix?: ReactNode
  placeholder?: string
}

/**
 * A whole number with its label and its checks, inside a form. One beyond its bounds stays as it was typed, with the sentence beside it: it is never made
 * another.
 */
export function WholeNumberItem({ min, max, required, suffix, placeholder, ...item }: WholeNumberItemProps) {
  const words = useWords()
  const needed = required ? [{ required, message: words.fieldNeeded(item.label) }] : []
  return (
    <Form.Item {...item} rules={[...needed, { type: 'integer', min, max, message: words.wholeNumber(min, max) }]}>
      <InputNumber
        inputMode="numeric" style={{ minWidth: 90, width: roomOf(max, suffix) }} {...(suffix === undefined ? {} : { suffix })}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </Form.Item>
  )
}

/** Room for the longest number and for what stands behind it: a word in English is longer than 人. */
const roomOf = (max: number, suffix: ReactNode): string =>
  `min(100%, calc(${String(max).length}ch + ${typeof suffix === 'string' ? suffix.length * .75 : 0}em + 3em))`
