/** Reads a day as people type it: 2026-3-5, 2026/3/5, 2026年3月5日, 20260305, full-width digits too. */
export type TypedDay =
  | { kind: 'day'; day: string }
  | { kind: 'unreadable' }
  | { kind: 'no-such-day'; year: number; month: number; day: number }

const forms = [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, /^(\d{4})(\d{2})(\d{2})$/]

export function readTypedDay(text: string): TypedDay {
  const plain = toHalfWidth(text).trim().replace(/[年月/.、\s]+/g, '-').replace(/日$/, '')
  const match = forms.map(form => form.exec(plain)).find(found => found !== null)
  if (!match) return { kind: 'unreadable' }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return { kind: 'unreadable' }
  if (day > daysIn(year, month)) return { kind: 'no-such-day', year, month, day }
  return { kind: 'day', day: [year, pad(month), pad(day)].join('-') }
}

const daysIn = (year: number, month: number) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const pad = (part: number) => String(part).padStart(2, '0')

/** Full-width digits and signs, as Chinese input methods write them, to plain ones. */
export function toHalfWidth(text: string): string {
  return text.replace(/[！-～]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ')
}
