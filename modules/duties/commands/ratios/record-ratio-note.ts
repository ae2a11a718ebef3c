import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustExplainRatios } from '../../access.ts'
import type { NewRatioNote, RatioNote } from '../../contract.ts'
import { loadBoundBody } from '../../queries/bodies.ts'
import { findNoteIssues } from '../../rules/ratios.ts'

/** Says something about a ratio of a year: it is appended, with author and day, and never changed. */
export async function recordRatioNote(context: Context, input: NewRatioNote): Promise<RatioNote> {
  mustExplainRatios(context.actor)
  const { tx, actor, today, now } = context
  const issues = findNoteIssues(input, today)
  if (issues.length > 0) throw new InvalidInput(issues)
  const body = await loadBoundBody(context, input.bookId)
  const { year, ratio, kind, words } = input
  const note = {
    id: newId(), ratio, kind, words, reportedOn: input.reportedOn ?? null, publishedOn: input.publishedOn ?? null, publishedWhere: input.publishedWhere ?? null,
    notedName: actor.personName, notedOn: today,
  }
  await tx.insertInto('duties.ratioNotes').values({
    ...note, cityId: actor.cityId, scopeCode: body.scopeCode, bookId: body.id, year, amountFen: input.amount === undefined ? null : String(input.amount),
    notedBy: actor.accountId, notedAt: now,
  }).execute()
  await recordAudit(context, { verb: 'ratio-note.recorded', subjectKind: 'book', subjectId: body.id, scopeCode: body.scopeCode, details: { year, ratio,
    kind } })
  return { ...note, amountFen: input.amount ?? null }
}
