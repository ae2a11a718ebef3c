import { daysBetween } from '#platform/values/local-date.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { hashText } from './random.ts'

/**
 * The id of a planned item: a UUID of version 7 whose time is the day the item came to be and whose other bits come from seed and key.
 * A loader needs no table from keys to ids, and a second load with the same seed gives the same ids.
 */
export function demoId({ seed, key, on }: { seed: string, key: string, on: LocalDate }): string {
  const [a, b, c, d] = hashText(`${seed} ${key}`)
  const millisecond = daysBetween('1970-01-01', on) * 86_400_000 + (d % 86_400_000)
  const time = hex(Math.max(0, millisecond), 12)
  const version = `7${hex(a >>> 20, 3)}`
  const variant = hex(0x8000 | (b >>> 18), 4)
  const rest = hex(b & 0xffff, 4) + hex(c, 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)
