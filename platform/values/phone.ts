import { cleanText } from './text.ts'

export type Phone = {
  kind: 'mobile' | 'landline'
  /** As stored: digits only for a mobile number, `0817-2345678` or `0817-2345678-12` for a landline. */
  value: string
  /** The last four digits of the number itself, by which elders remember one another. */
  tail4: string
}

/** What to tell the person who entered something else. */
export const phoneMessage = '请填写11位手机号码，或带区号的固定电话（如0817-2345678）。'

const mobile = /^1[3-9]\d{9}$/
const landline = /^(?:(010|02\d|0[3-9]\d{2})-?)?([2-9]\d{6,7})(?:(?:-|转|ext\.?)(\d{1,6}))?$/i
const countryCode = /^(?:\+|00)?86-?(?=1[3-9]\d{9}$|0?\d{2,3}-?\d{7,8}$)/

/** Reads a mainland mobile or landline number as typed; spaces, brackets, dashes and +86 do not matter. */
export function parsePhone(text: string): Phone | undefined {
  const compact = cleanText(text).replace(/[—–－‐]/g, '-').replace(/[)）]/g, '-').replace(/[\s(（]/g, '').replace(/-+/g, '-')
  const local = compact.replace(countryCode, '')
  const digits = local.replaceAll('-', '')
  if (mobile.test(digits)) return { kind: 'mobile', value: digits, tail4: digits.slice(-4) }
  const found = landline.exec(local)
  if (!found) return undefined
  const [, area, number = '', extension] = found
  return { kind: 'landline', value: [area, number, extension].filter(Boolean).join('-'), tail4: number.slice(-4) }
}
