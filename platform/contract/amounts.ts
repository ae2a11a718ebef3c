import { z } from 'zod'
import { parseYuan } from '#platform/values/money.ts'
import { cleanText, hasFullWidthDigits } from '#platform/values/text.ts'

/** Amounts from here on are refused: 1,000,000,000 yuan. */
const tooManyFen = 100_000_000_000

/** What is said of digits in full width, wherever an amount is typed. */
export const halfWidthWanted = '金额里有全角数字，请切换到半角，重新输入数字，如 300 或 1250.50'

/**
 * A positive amount in yuan as people type it; fen from there on. Three decimals, digits in full width, a minus, a word or more than is
 * thinkable are refused beside the field.
 */
export const yuan = amountOf((fen) => (fen < 0 ? '金额不能是负数' : fen === 0 ? '金额要大于0' : undefined))
/** An amount in yuan that may be negative, as red letters are; never zero. */
export const redYuan = amountOf((fen) => (fen === 0 ? '金额不能是0' : undefined))

function amountOf(findMore: (fen: number) => string | undefined) {
  return z.string().trim().min(1, '请填金额').max(30, '金额太长').transform((text, context) => {
    const fen = parseYuan(text)
    const problem = findProblem(text, fen) ?? (fen === undefined ? undefined : findMore(fen))
    if (problem === undefined && fen !== undefined) return fen
    context.addIssue({ code: 'custom', message: problem ?? '请填金额，如 300 或 1,250.50' })
    return z.NEVER
  })
}

function findProblem(text: string, fen: number | undefined): string | undefined {
  if (hasFullWidthDigits(text)) return halfWidthWanted
  if (/[.．]\d{3,}/.test(cleanText(text))) return '金额最多两位小数'
  if (fen === undefined) return '请填金额，如 300 或 1,250.50'
  return Math.abs(fen) >= tooManyFen ? '金额太大，请核对' : undefined
}
