// Dates as they stand in people's workbooks. Two-digit years, bare years and day-first forms are refused rather than guessed.
import { addDays, makeDate, parseLocalDate } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { cleanText } from './text.ts'

const withSeparators = /^(\d{4})\s*([-/.．。、／－—–年])\s*(\d{1,2})\s*([-/.．。、／－—–月])\s*(\d{1,2})\s*[日号]?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const timeOfDay = /[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/
const midnightUtc = /T00:00(:00(\.0+)?)?Z$/

/** Reads the date forms found in imported workbooks: 2023/2/3, 2023.2.3, 2023年2月3日, 20230203, a spreadsheet's serial number. */
export function parseLooseDate(value: string | number): LocalDate | undefined {
  if (typeof value === 'number') return parseNumber(value)
  const text = cleanText(value).replace(midnightUtc, '').replace(timeOfDay, '')
  return parseSeparated(text) ?? parseCompact(text) ?? parseSerialText(text)
}

function parseNumber(value: number): LocalDate | undefined {
  const whole = Math.floor(value)
  return whole >= 10_000_000 ? parseCompact(String(whole)) : parseSerial(whole)
}

function parseSeparated(text: string): LocalDate | undefined {
  const found = withSeparators.exec(text)
  if (!found) return undefined
  const [, year, first, month, second, day] = found
  if (second !== (first === '年' ? '月' : first)) return undefined
  return makeDate(Number(year), Number(month), Number(day))
}

function parseCompact(text: string): LocalDate | undefined {
  const found = compact.exec(text)
  return found ? parseLocalDate(`${found[1]}-${found[2]}-${found[3]}`) : undefined
}

// As text only five digits are a serial number: four digits would rather be a year.
const parseSerialText = (text: string) => (/^\d{5}(\.\d+)?$/.test(text) ? parseSerial(Math.floor(Number(text))) : undefined)

// Day 1 is 1900-01-01 and day 60 is a 29 February 1900 that never was. Numbers that look like a year (1800–2199) are refused.
function parseSerial(serial: number): LocalDate | undefined {
  const looksLikeYear = serial >= 1800 && serial < 2200
  if (!(serial >= 1 && serial <= 99_999) || serial === 60 || looksLikeYear) return undefined
  return addDays(serial < 60 ? '1899-12-31' : '1899-12-30', serial)
}
