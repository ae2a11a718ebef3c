// Unified social credit code (统一社会信用代码, GB 32100-2015): 1 + 1 registering body, 6 region, 9 organisation code (GB 11714), 1 check sign.
import { cleanText } from './text.ts'

export type CreditCodeProblem = 'CREDIT_CODE_LENGTH' | 'CREDIT_CODE_SIGNS' | 'CREDIT_CODE_CHECK_SIGN'

/** Who registered the body: 机构编制, 民政 (社会团体, 民办非企业单位, 基金会), 市场监管 or another. */
export type RegisteringBody = 'establishment' | 'civil-affairs' | 'market' | 'other'

export type CreditCode =
  | {
      ok: true
      /** The code as stored: half-width capitals, no spaces. */
      value: string
      registeredBy: RegisteringBody
      /** A sentence when the inner organisation code does not fit its own check sign; such codes are kept. */
      warning?: string
    }
  | { ok: false; reason: CreditCodeProblem; message: string }

/** What to tell the person who entered it, by reason. */
export const creditCodeMessages: Record<CreditCodeProblem, string> = {
  CREDIT_CODE_LENGTH: '统一社会信用代码应为18位，请核对是否漏填或多填。',
  CREDIT_CODE_SIGNS: '统一社会信用代码只含数字和大写字母（不含I、O、Z、S、V），请核对。',
  CREDIT_CODE_CHECK_SIGN: '统一社会信用代码校验位不符，可能有一位填错，请逐位核对。',
}

const innerWarning = '统一社会信用代码第9至17位的组织机构代码校验不符，请核对；确认无误可以保存。'

const charset = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const innerCharset = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const registeringBodies: Record<string, RegisteringBody> = { 1: 'establishment', 5: 'civil-affairs', 9: 'market' }

const weighted = (signs: string, alphabet: string, by: number[]) =>
  by.reduce((total, weight, index) => total + weight * alphabet.indexOf(signs[index] ?? ''), 0)

const refuse = (reason: CreditCodeProblem): CreditCode => ({ ok: false, reason, message: creditCodeMessages[reason] })

/** Checks a code as typed. */
export function parseCreditCode(text: string): CreditCode {
  const value = cleanText(text).replace(/[\s-]/g, '').toUpperCase()
  if (value.length !== 18) return refuse('CREDIT_CODE_LENGTH')
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return refuse('CREDIT_CODE_SIGNS')
  if (makeCreditCheckSign(value.slice(0, 17)) !== value[17]) return refuse('CREDIT_CODE_CHECK_SIGN')
  const code: CreditCode = { ok: true, value, registeredBy: registeringBodies[value[0] ?? ''] ?? 'other' }
  return innerCheckSign(value.slice(8, 16)) === value[16] ? code : { ...code, warning: innerWarning }
}

/** The 18th sign that belongs to the first 17. */
export const makeCreditCheckSign = (first17: string): string => charset[(31 - (weighted(first17, charset, weights) % 31)) % 31] ?? ''

const innerCheckSign = (first8: string) => '0123456789X'[(11 - (weighted(first8, innerCharset, innerWeights) % 11)) % 11]
