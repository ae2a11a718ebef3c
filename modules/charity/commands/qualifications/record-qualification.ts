import { completeTask } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishCampaigns } from '../../access.ts'
import type { NewQualification, Qualification } from '../../contract.ts'
import { loadGivingBook } from '../../queries/gifts/giving-books.ts'
import { getQualification } from '../../queries/qualifications/qualification-rows.ts'
import { findLeaveIssues, follows } from '../../rules/qualifications/leave.ts'

/** Records by which certificate a body asks the public (慈善法第二十二条), with the paper it was read from. */
export async function recordQualification(context: Context, input: NewQualification): Promise<Qualification> {
  mustPublishCampaigns(context.actor)
  const { tx, actor, now, today } = context
  const book = await loadGivingBook(context, input.bookId)
  const { number, grantedOn, source } = input
  const validUntil = input.validUntil ?? null
  const issues = findLeaveIssues({ grantedOn, validUntil }, today)
  if (issues.length > 0) throw new InvalidInput(issues)
  const id = newId()
  const made = await tx.insertInto('charity.qualifications').values({
    cityId: actor.cityId, id, scopeCode: book.scopeCode, bookId: book.id, number, grantedOn, validUntil, source,
    recordedBy: actor.accountId === '' ? null : actor.accountId, recordedName: actor.personName, recordedAt: now,
  }).onConflict((conflict) => conflict.columns(['cityId', 'bookId', 'number']).where('endedOn', 'is', null).doNothing()).returning('id').executeTakeFirst()
  if (made === undefined) throw new Refusal('QUALIFICATION_KNOWN')
  await endTasks(context, { bookId: book.id, grantedOn, validUntil })
  await recordAudit(context, {
    verb: 'qualification.recorded', subjectKind: 'qualification', subjectId: id, scopeCode: book.scopeCode, details: { number, grantedOn, validUntil },
  })
  return getQualification(context, id)
}

/** Reminders of those it takes over from are done. */
async function endTasks(context: Context, made: { bookId: string; grantedOn: string; validUntil: string | null }): Promise<void> {
  const held = await context.tx.selectFrom('charity.qualifications').select(['id', 'grantedOn', 'validUntil']).where('cityId', '=', context.actor.cityId)
    .where('bookId', '=', made.bookId).where('validUntil', 'is not', null).execute()
  await completeTask(context, { sourceKind: 'qualification', sourceId: held.filter((one) => follows(made, one)).map(({ id }) => id) })
}
