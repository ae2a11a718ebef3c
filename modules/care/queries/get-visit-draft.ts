import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../access.ts'
import { VisitDraft } from '../contract.ts'
import { openObject } from './case-key.ts'
import { getCaseRow } from './case-rows.ts'

/** What the actor has begun to write about a visit of this case; nothing when there is no draft. */
export async function getVisitDraft(context: Context, input: { id: string }): Promise<{ draft: VisitDraft | null; savedAt: Date | null }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const [row] = await Promise.all([
    tx.selectFrom('care.cases as child_case').leftJoin('care.visitDrafts as draft', (join) => join.onRef('draft.cityId', '=', 'child_case.cityId')
      .onRef('draft.caseId', '=', 'child_case.id').on('draft.accountId', '=', actor.accountId))
      .select(['child_case.id', 'child_case.wrappedKey', 'draft.sealed', 'draft.savedAt'])
      .where('child_case.cityId', '=', actor.cityId).where('child_case.id', '=', input.id).executeTakeFirst(),
    getCaseRow(context, input.id),
  ])
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const opened = VisitDraft.safeParse(openObject(context, row, 'draft', row.sealed))
  return { draft: opened.success ? opened.data : null, savedAt: opened.success ? row.savedAt : null }
}
