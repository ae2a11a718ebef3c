/** Reads an amount as people type it into whole fen, without any floating point. */
import { hasFullWidthDigits } from '#platform/values/text.ts'
import { toHalfWidth } from './dates.ts'

export type TypedMoney = { kind: 'fen'; fen: number } | { kind: 'unreadable' } | { kind: 'too-fine' } | { kind: 'negative' } | { kind: 'full-width' }

const form = /^(-?)(\d{1,12})(?:\.(\d+))?(万?)元?$/

export function readTypedMoney(text: string): TypedMoney {
  if (hasFullWidthDigits(text)) return { kind: 'full-width' }
  const match = form.exec(toHalfWidth(text).replace(/[,，¥￥\s]/g, ''))
  if (!match) return { kind: 'unreadable' }
  const [, sign, whole = '', decimals = '', tenThousand] = match
  const places = tenThousand ? 6 : 2
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > places) return { kind: 'too-fine' }
  const fen = Number(whole + kept.padEnd(places, '0'))
  if (!Number.isSafeInteger(fen)) return { kind: 'unreadable' }
  return sign && fen > 0 ? { kind: 'negative' } : { kind: 'fen', fen }
}

/** 123450 → 1,234.50 */
export function showFen(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}
