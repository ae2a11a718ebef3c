import { formatYuan } from '#platform/values/money.ts'

/** An amount of a form, fen while it stands there, as the server reads it. */
export const amountOf = (fen: unknown): string => (typeof fen === 'number' ? formatYuan(fen) : typeof fen === 'string' ? fen : '')
/** Hundredths of a percent as people read them. */
export const percentText = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`
/** What stands behind `?`. */
export const queryOf = (parts: Readonly<Record<string, string | number>>): string =>
  `?${new URLSearchParams(Object.entries(parts).map(([key, value]) => [key, String(value)])).toString()}`
/** The choices of a form or a filter, in the reader's language. */
export const choicesOf = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) =>
  codes.map(value => ({ value, label: names[value] }))
