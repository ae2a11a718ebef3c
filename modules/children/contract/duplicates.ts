import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { ChildRow } from './cards.ts'
import { changed, child, CHILD_CLOSED, duplicateReasons, instant, version } from './fields.ts'

/** One record of a pair, masked. */
const PairedChild = ChildRow.extend({ version, registeredOn: z.string() })

/** Two records that may be one child. */
export const ChildDuplicate = z.object({
  id, unitCode: z.string(), reasons: z.array(z.enum(duplicateReasons)), foundAt: instant, first: PairedChild, second: PairedChild,
})
/** Two records that may be one child. */
export type ChildDuplicate = z.infer<typeof ChildDuplicate>

/** Records that may be, or are, one child. */
export const duplicateOperations = {
  listChildDuplicates: base.route({ method: 'GET', path: '/children/duplicates', summary: '疑似重复的孩子' })
    .input(listQuery.omit({ q: true })).output(pageOf(ChildDuplicate)),
  decideChildDuplicate: base.route({ method: 'POST', path: '/children/duplicates/{id}/decide', summary: '确认是两个孩子' })
    .errors({ ALREADY_DECIDED: { status: 409, message: '这一对已有人处理，请刷新后查看。' } })
    .input(child.extend({ note: line(200).optional() })).output(child),
  mergeChildren: base.route({ method: 'POST', path: '/children/{id}/merge', summary: '合并同一个孩子的两份档案' })
    .errors({
      CHILD_CLOSED,
      SAME_RECORD: { status: 409, message: '请选择两份不同的档案。' },
      DIFFERENT_NUMBERS: { status: 409, message: '两份档案的证件号码不同，不是同一个孩子；如有一份登记错误，请先更正。' },
      NOT_MERGEABLE: { status: 409, message: '这份档案已经合并、删除或撤销，不能再合并。' },
      HAS_MERGED: { status: 409, message: '要并入的档案自己合并过别的档案，请保留它，把另一份并入。' },
    })
    .input(child.extend({
      version,
      /** Record that points to the other from then on. */
      mergedId: id, mergedVersion: version, reason: line(200).min(4, '请写明怎样确认是同一个孩子，至少4个字'),
    })).output(changed),
  undoMerge: base.route({ method: 'POST', path: '/children/merges/{id}/undo', summary: '撤销合并' })
    .errors({
      NUMBER_SHARED: { status: 409, message: '两份档案登记着同一个证件号码，不能分开；请先更正保留的那份档案的号码，再撤销合并。' },
      MERGE_UNDONE: { status: 409, message: '这次合并已经撤销。' },
      CHILD_ERASED: { status: 410, message: '身份信息已依法删除，两份档案不能再分开；如需继续关爱，请重新登记。' },
    })
    .input(child.extend({ reason: line(200).min(4, '请写明撤销的原因，至少4个字') })).output(z.object({ keptId: id, mergedId: id })),
}
