// What the parts of the contract of aid share: words of needs, acts and wishes, and the fields of an input.
import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, prose } from '#platform/contract/fields.ts'
import { parseYuan } from '#platform/values/money.ts'
import { cleanText } from '#platform/values/text.ts'

/** Whom a need or an act is for. */
export const reaches = ['child', 'household'] as const
/** Who pays or gives. */
export const payerKinds = ['committee', 'charity', 'enterprise', 'person', 'department'] as const
/** What is given. */
export const forms = ['money', 'goods', 'service'] as const

/** Whom a need or an act is for. */
export type Reach = (typeof reaches)[number]
/** Who pays or gives. */
export type PayerKind = (typeof payerKinds)[number]
/** What is given. */
export type Form = (typeof forms)[number]

/** A day in an answer. */
export const day = z.string()
/** Counts changes of a record. */
export const version = z.number().int()
/** Why something is done, in one line, without anybody's name. */
export const reason = line(200)
/** A longer text that is sealed. */
export const words = (max: number) => prose(max)
/** Fen in an answer. */
export const fen = z.number().int()
/** One record, by its id. */
export const named = z.object({ id })
/** One record as somebody saw it: a stale save is refused. */
export const changed = z.object({ id, version })
/** A kind of the dated list. */
export const kindCode = z.string().trim().min(1).max(40).regex(/^[a-z][a-z-]*$/, '请从列表中选择')

/** Amounts from here on are refused: 1,000,000,000 yuan. */
const tooManyFen = 100_000_000_000

/** An amount in yuan as people type it; fen from there on. Three decimals, a minus, a word or more than is thinkable are refused beside the field. */
export const yuan = z.string().trim().min(1, '请填金额').max(30, '金额太长').transform((text, context) => {
  const fen = parseYuan(text)
  const problem = findYuanProblem(text, fen)
  if (problem === undefined && fen !== undefined) return fen
  context.addIssue({ code: 'custom', message: problem ?? '请填金额，如 300 或 1,250.50' })
  return z.NEVER
})

/** Why an amount cannot stand; undefined when it can. */
function findYuanProblem(text: string, fen: number | undefined): string | undefined {
  if (/[.．]\d{3,}/.test(cleanText(text))) return '金额最多两位小数'
  if (fen === undefined) return '请填金额，如 300 或 1,250.50'
  if (fen < 0) return '金额不能是负数'
  if (fen === 0) return '金额要大于0'
  return fen >= tooManyFen ? '金额太大，请核对' : undefined
}

/** One kind of need and of aid. */
export const AidKind = z.object({ code: z.string(), name: z.string() })
/** One kind of need and of aid. */
export type AidKind = z.infer<typeof AidKind>

/** Nothing is added to a case that is over. */
export const CASE_CLOSED = { status: 409, message: '这个个案已经结案；如需继续帮扶，请先重新开案。' }
/** Helping needs a yes that holds. */
export const SERVICE_CONSENT_MISSING = { status: 409, message: '监护人接受帮扶的同意已经没有了；请先在孩子的档案里登记新的同意。' }
/** The child was erased. */
export const CHILD_ERASED = { status: 410, message: '这个孩子的信息已按申请删除，不能再办理。' }

/** Reference data of aid. */
export const kindOperations = {
  listAidKinds: base.route({ method: 'GET', path: '/aid/kinds', summary: '帮扶类别' }).input(z.object({})).output(z.object({ items: z.array(AidKind) })),
}
