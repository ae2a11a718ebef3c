import type { z } from 'zod'
import { endFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageVolunteers } from '../access.ts'
import type { volunteersContract } from '../contract.ts'
import { lockRegistered, refuseIfStale, type RegisteredVolunteer } from '../queries/lock-registered.ts'
import { mergedProfile } from '../rules/merging.ts'
import { checkProfile } from '../rules/profile.ts'
import { readProfile, writeProfile } from './steps/changed-profile.ts'
import { listValidities } from './steps/membership.ts'
import { removeSearchTerms } from './steps/search-terms.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.mergeVolunteers)['~orpc']['inputSchema']>>

/**
 * Two records turn out to be one person: one goes on, the other ends and no longer counts. Modules that refer to the one that
 * ended listen to `volunteer.merged` and go on with the other.
 */
export async function mergeVolunteers(context: Context, input: Input): Promise<{ id: string; version: number }> {
  mustManageVolunteers(context.actor)
  if (input.id === input.mergedId) throw new Refusal('SAME_RECORD')
  const { kept, merged } = await lockBoth(context, input)
  const [before, other] = [await readProfile(context, kept), await readProfile(context, merged)]
  const [one, two] = [before.profile.idNumber, other.profile.idNumber]
  if (one !== null && two !== null && one !== two) throw new Refusal('DIFFERENT_ID_NUMBERS')
  const checked = checkProfile(mergedProfile(before.profile, other.profile, input.take), context.today)
  if ('problems' in checked) throw new InvalidInput(checked.problems)
  await endRecord(context, merged, kept.id)
  const { changed } = await writeProfile(context, kept, before, checked.profile)
  await keepLog(context, kept, { mergedId: merged.id, taken: changed, reason: input.reason })
  await recordAudit(context, {
    verb: 'volunteer.merged', subjectKind: 'volunteer', subjectId: merged.id, scopeCode: kept.scopeCode, reason: input.reason,
    details: { keptId: kept.id, mergedId: merged.id, taken: changed },
  })
  return { id: kept.id, version: kept.version + (changed.length > 0 ? 1 : 0) }
}

/** In the order of their ids, so that two merges never wait for one another. */
async function lockBoth(context: Context, input: Input): Promise<{ kept: RegisteredVolunteer; merged: RegisteredVolunteer }> {
  const [first, second] = input.id < input.mergedId ? [input.id, input.mergedId] : [input.mergedId, input.id]
  const rows = [await lockRegistered(context, first), await lockRegistered(context, second)]
  const [kept, merged] = [rows.find((row) => row.id === input.id), rows.find((row) => row.id === input.mergedId)]
  if (kept === undefined || merged === undefined) throw new Refusal('NOT_FOUND')
  await refuseIfStale(context, kept, input.version)
  await refuseIfStale(context, merged, input.mergedVersion)
  return { kept, merged }
}

/** The figures follow as though the record had never been: the person is counted by the one that goes on. */
async function endRecord(context: Context, merged: RegisteredVolunteer, keptId: string): Promise<void> {
  const { tx, now, today } = context
  const validities = await listValidities(context, merged.id)
  await endFacts(context, { recordId: [merged.id, ...validities.map(({ id }) => id)] })
  await removeSearchTerms(context, [merged.id])
  await tx.updateTable('volunteers.volunteers')
    .set({ status: 'merged', statusOn: today, mergedIntoId: keptId, version: merged.version + 1, updatedAt: now })
    .where('cityId', '=', merged.cityId).where('id', '=', merged.id).execute()
  await tx.updateTable('volunteers.volunteers').set({ introducerId: keptId })
    .where('cityId', '=', merged.cityId).where('introducerId', '=', merged.id).where('id', '!=', keptId).execute()
}

async function keepLog(context: Context, kept: RegisteredVolunteer, merge: { mergedId: string; taken: string[]; reason: string }): Promise<void> {
  const { tx, actor, now } = context
  await tx.insertInto('volunteers.merges').values({
    cityId: kept.cityId, id: newId(), scopeCode: kept.scopeCode, keptId: kept.id, ...merge, mergedBy: actor.accountId,
  }).execute()
  const [firstId, secondId] = kept.id < merge.mergedId ? [kept.id, merge.mergedId] : [merge.mergedId, kept.id]
  await tx.updateTable('volunteers.duplicates').set({ status: 'merged', decidedAt: now, decidedBy: actor.accountId })
    .where('cityId', '=', kept.cityId).where('status', '=', 'open')
    .where((is) => is.or([is.and([is('firstId', '=', firstId), is('secondId', '=', secondId)]), is('firstId', '=', merge.mergedId),
      is('secondId', '=', merge.mergedId)]))
    .execute()
}
