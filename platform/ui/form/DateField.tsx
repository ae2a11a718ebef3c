import { CalendarOutlined } from '@ant-design/icons'
import { Button, Form, Input, type FormItemProps, type InputRef } from 'antd'
import type { Rule } from 'antd/es/form'
import { useRef, type FocusEvent } from 'react'
import { useWords } from '../words.ts'
import { readTypedDay } from './dates.ts'

export type DateFieldProps = {
  id?: string
  /** `YYYY-MM-DD`, or what is being typed as long as it is no day. */
  value?: string | undefined
  onChange?: (value: string | undefined) => void
  min?: string
  max?: string
  disabled?: boolean
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void
}

/** A day, typed in any usual form or picked from the browser's own calendar. */
export function DateField({ id, value, onChange, min, max, disabled, onBlur, ...rest }: DateFieldProps) {
  const words = useWords()
  const input = useRef<InputRef>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const tidy = (text: string) => {
    const typed = readTypedDay(text)
    if (typed.kind === 'day' && typed.day !== value) onChange?.(typed.day)
  }
  const pick = (day: string) => {
    onChange?.(day || undefined)
    input.current?.focus()
  }
  const openCalendar = (
    <Button
      type="text"
      size="small"
      disabled={disabled ?? false}
      aria-label={words.openCalendar}
      icon={<CalendarOutlined aria-hidden="true" />}
      onClick={() => calendar.current?.showPicker()}
    />
  )
  const typed = readTypedDay(value ?? '')
  return (
    <span className="xh-date">
      <Input
        {...rest}
        {...(id ? { id } : {})}
        ref={input}
        value={value ?? ''}
        disabled={disabled ?? false}
        placeholder={words.datePlaceholder}
        autoComplete="off"
        suffix={openCalendar}
        onChange={event => onChange?.(event.target.value || undefined)}
        onBlur={event => {
          tidy(event.target.value)
          onBlur?.(event)
        }}
        onPressEnter={event => tidy(event.currentTarget.value)}
      />
      <input
        ref={calendar}
        type="date"
        className="xh-date-native"
        tabIndex={-1}
        aria-hidden="true"
        // What is still being typed as 2016年3月5日 is that day to the calendar too.
        value={typed.kind === 'day' ? typed.day : ''}
        {...(min ? { min } : {})}
        {...(max ? { max } : {})}
        onChange={event => pick(event.target.value)}
      />
    </span>
  )
}

export type DateItemProps = Omit<FormItemProps, 'children' | 'rules'> & {
  label: string
  required?: boolean
  min?: string
  max?: string
  disabled?: boolean
}

/** A date field with its label and its checks, inside a form. */
export function DateItem({ required, min, max, disabled, ...item }: DateItemProps) {
  const rules = useDayRules({ ...(required ? { required } : {}), ...(min ? { min } : {}), ...(max ? { max } : {}) }, item.label)
  return (
    <Form.Item {...item} {...(required ? { required } : {})} rules={rules} validateTrigger="onBlur">
      <DateField {...(min ? { min } : {})} {...(max ? { max } : {})} {...(disabled ? { disabled } : {})} />
    </Form.Item>
  )
}

function useDayRules({ required, min, max }: { required?: boolean; min?: string; max?: string }, label: string): Rule[] {
  const words = useWords()
  const validator = async (_rule: unknown, value: string | undefined) => {
    if (!value) return required ? Promise.reject(new Error(words.fieldNeeded(label))) : undefined
    const typed = readTypedDay(value)
    if (typed.kind === 'unreadable') throw new Error(words.dateForm)
    if (typed.kind === 'no-such-day') throw new Error(words.dateMissing(typed.year, typed.month, typed.day))
    if (min && typed.day < min) throw new Error(words.dateBefore(min))
    if (max && typed.day > max) throw new Error(words.dateAfter(max))
    return undefined
  }
  return [{ validator }]
}
