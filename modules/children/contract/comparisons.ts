import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** How a list of civil affairs and the register part. */
export const comparedKinds = ['new', 'changed', 'gone', 'ambiguous', 'elsewhere'] as const
/** What may differ of one child. */
export const comparedFields = ['types', 'decidedOn', 'source', 'name', 'sex', 'paperNumber', 'address', 'school', 'guardian'] as const
/** What may be decided: as the list says, as we have it, look at the child, end the recognition, ask the other unit. */
export const listDecisions = ['take', 'keep', 'visit', 'end', 'transfer'] as const

/** One difference between a list and the register. */
export const ComparedRow = z.object({
  id, unitCode: z.string(),
  /** Row of the workbook; null for a child of the register that is not on the list. */
  rowNumber: z.number().int().nullable(),
  kind: z.enum(comparedKinds),
  /** As the list has it; masked, as the register has it, for a child that is not on the list. */
  label: z.string(),
  childId: id.nullable(),
  /** Unit of the child, or the one that holds it elsewhere. */
  unitName: z.string().nullable(),
  /** Field by field: what the list says, and what we have, masked where no living approval opens it. */
  fields: z.array(z.object({ field: z.enum(comparedFields), theirs: z.string().nullable(), ours: z.string().nullable(), isMasked: z.boolean() })),
  /** Children of the own range who may be meant. */
  candidates: z.array(z.object({ id, label: z.string(), unitName: z.string() })),
  decisions: z.array(z.enum(listDecisions)),
  decision: z.enum(listDecisions).nullable(), takenFields: z.array(z.enum(comparedFields)), endedOn: z.string().nullable(),
  decidedName: z.string().nullable(),
  /** What came of it: written or left as it was; when the list was taken back, undone, or kept because of what happened since. */
  outcome: z.enum(['written', 'left', 'undone', 'kept']).nullable(), why: z.string().nullable(),
})
/** One difference between a list and the register. */
export type ComparedRow = z.infer<typeof ComparedRow>

/** How far the decisions about one list have come. */
export const ComparisonState = z.object({
  importId: id, kind: z.string(), fileName: z.string(), state: z.string(),
  counts: z.array(z.object({ kind: z.enum(comparedKinds), total: z.number().int(), undecided: z.number().int() })),
})
/** How far the decisions about one list have come. */
export type ComparisonState = z.infer<typeof ComparisonState>

const wrongState = { status: 409, message: '这份名单已经写入或撤销，不能再改决定，请刷新页面。' }
const list = z.object({ importId: id })

/** A list of civil affairs, difference by difference. */
export const comparisonOperations = {
  getComparison: base.route({ method: 'GET', path: '/children/lists/{importId}', summary: '一份民政名单的核对进度' }).input(list).output(ComparisonState),
  listComparedRows: base.route({ method: 'GET', path: '/children/lists/{importId}/rows', summary: '民政名单与登记的差异' })
    .input(listQuery.omit({ q: true, unit: true }).extend({
      importId: id, kind: z.enum(comparedKinds).optional(), undecided: z.stringbool().optional(),
    })).output(pageOf(ComparedRow)),
  decideComparedRows: base.route({ method: 'POST', path: '/children/lists/{importId}/decide', summary: '决定名单中的差异' })
    .errors({ WRONG_STATE: wrongState })
    .input(list.extend({
      /** These rows, or with `kind` all of one kind that are undecided. */
      ids: z.array(id).max(200, '一次最多选择200条').optional(),
      kind: z.enum(comparedKinds).optional(),
      /** Null takes the decision back. */
      decision: z.enum(listDecisions).nullable(),
      /** Fields taken over; all that differ when left out. */
      fields: z.array(z.enum(comparedFields)).max(comparedFields.length).optional(),
      endedOn: localDate.optional(),
    })).output(z.object({ decided: z.number().int() })),
  chooseComparedChild: base.route({ method: 'POST', path: '/children/lists/{importId}/rows/{id}/choose', summary: '确定名单中的孩子是哪一位' })
    .errors({ WRONG_STATE: wrongState })
    .input(list.extend({
      id,
      /** Null says that none of them is meant: the child is new. */
      childId: id.nullable(),
    })).output(z.object({ id, kind: z.enum(comparedKinds) })),
}
