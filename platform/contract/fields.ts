import { z } from 'zod'
import { parseCreditCode } from '#platform/values/credit-code.ts'
import { parseLocalDate } from '#platform/values/local-date.ts'
import { parsePhone, phoneMessage } from '#platform/values/phone.ts'
import './messages.ts'

/** A calendar day, YYYY-MM-DD, that exists. */
export const localDate = z.string().refine((text) => parseLocalDate(text) !== undefined, '请填真实的日期，如 2026-03-05')

/** An id: UUID. */
export const id = z.guid('编号不正确')

/** A unit code: digits, a prefix of the codes below it. */
export const unitCode = z.string().regex(/^\d{2,18}$/, '单位代码应为数字')

/** One line of text: trimmed, at most `max` characters, without control characters or halves of a character. */
export function line(max: number) {
  return z.string().trim().min(1).max(max).refine((text) => !/\p{Cc}|\p{Cs}/u.test(text), '含有不能保存的控制字符')
}

/** A longer text: line breaks allowed, other control characters are not. */
export function prose(max: number) {
  return z.string().trim().max(max).refine((text) => !/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(text), '含有不能保存的控制字符')
}

/** A phone as people type it, cleaned: its tail is looked for. */
export const phone = z.string().trim().max(40).transform((text, context) => {
  const parsed = parsePhone(text)
  if (parsed !== undefined) return parsed.value
  context.addIssue({ code: 'custom', message: phoneMessage })
  return z.NEVER
})

/** A credit code as people type it, its check sign held. */
export const creditCode = z.string().trim().max(40).transform((text, context) => {
  const parsed = parseCreditCode(text)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: parsed.message })
  return z.NEVER
})
