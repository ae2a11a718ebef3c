// Plain-text accounting as hledger and ledger both read it. Everything a person typed is made harmless: a mark that means something
// there is written as its full-width twin.
import type { AccountKind } from '../../contract.ts'

/** A posting of a plain-text journal. */
export type PlainPosting = { account: string; amountFen: number; notes: readonly (readonly [key: string, value: string])[] }
/** A transaction of a plain-text journal. */
export type PlainTransaction = {
  datedOn: string; code: string | null; description: string; notes: readonly (readonly [key: string, value: string])[]; postings: readonly PlainPosting[]
}

const roots: Record<AccountKind, string> = { asset: '资产', liability: '负债', 'net-asset': '净资产', income: '收入', cost: '费用' }
const twins: Record<string, string> = {
  ':': '：', ';': '；', ',': '，', '|': '｜', '(': '（', ')': '）', '[': '【', ']': '】', '*': '＊', '!': '！', '"': '＂', '@': '＠', '=': '＝', '{': '｛', '}': '｝',
}

/** A text without marks of the format, its blanks single: two blanks end the name of an account. */
export const harmless = (text: string): string => text.replace(/[:;,|()[\]*!"@={}]/g, (mark) => twins[mark] ?? mark).replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** Name of an account: its element, then number and name of each account above it and its own. */
export const accountPath = (kind: AccountKind, path: readonly { code: string; name: string }[]): string =>
  [roots[kind], ...path.map(({ code, name }) => `${code} ${harmless(name)}`)].join(':')

/** An amount as both programs read it: by digits, never by division. */
export function plainAmount(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} CNY`
}

/** One transaction with its notes as tags. */
export function plainTransaction({ datedOn, code, description, notes, postings }: PlainTransaction): string {
  const tag = (indent: string) => ([key, value]: readonly [string, string]) => `${indent}; ${key}: ${harmless(value)}\n`
  return [
    `${datedOn} *${code === null ? '' : ` (${code})`} ${harmless(description)}\n`, ...notes.map(tag('    ')),
    ...postings.flatMap((posting) => [`    ${posting.account}  ${plainAmount(posting.amountFen)}\n`, ...posting.notes.map(tag('    '))]), '\n',
  ].join('')
}
