import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustHandOverNotes } from '../../access.ts'
import type { CaseRow } from '../../contract.ts'
import { getCaseRow } from '../../queries/case-rows.ts'
import { lockCase } from '../../queries/lock-case.ts'
import { answersFor } from '../../rules/visits/earlier-notes.ts'

/** After a transfer the notes of before are opened to the new unit by an office that answers for both: the former one sees the case no more. */
export async function openEarlierNotes(context: Context, input: { id: string; version: number }): Promise<CaseRow> {
  const { tx, actor, now } = context
  mustHandOverNotes(actor)
  const held = await lockCase(context, input.id)
  const { notesClosedScope } = await tx.selectFrom('care.cases').select('notesClosedScope')
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).executeTakeFirstOrThrow()
  if (notesClosedScope === null) throw new Refusal('NOTES_ARE_OPEN')
  if (!answersFor({ lo: actor.scopeLo, hi: actor.scopeHi }, notesClosedScope)) throw new Refusal('NOTES_OF_FORMER_UNIT')
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  await tx.updateTable('care.cases').set({ notesClosedAt: null, notesClosedScope: null, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'earlier-notes.opened', subjectKind: 'child-case', subjectId: held.id, scopeCode: held.scopeCode,
    details: { childId: held.childId, formerScope: notesClosedScope },
  })
  return getCaseRow(context, held.id)
}
