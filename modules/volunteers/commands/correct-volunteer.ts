import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageVolunteers } from '../access.ts'
import type { VolunteerProfile, volunteersContract } from '../contract.ts'
import { mustBeKnownIntroducer } from '../queries/find-introducer.ts'
import { describeTwins, findTwins } from '../queries/find-twins.ts'
import { mustBeKnownWords } from '../queries/list-volunteer-words.ts'
import { lockRegistered, refuseIfStale } from '../queries/lock-registered.ts'
import { checkProfile } from '../rules/profile.ts'
import { readProfile, writeProfile } from './steps/changed-profile.ts'
import { noteTwins } from './steps/note-twins.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.correctVolunteer)['~orpc']['inputSchema']>>

/** Puts what is written down about a volunteer right; fields left out stay as they are. */
export async function correctVolunteer(context: Context, input: Input): Promise<{ id: string; version: number }> {
  mustManageVolunteers(context.actor)
  const { id, version, ...given } = input
  const row = await lockRegistered(context, id)
  await refuseIfStale(context, row, version)
  if (given.introducerId === id) throw new InvalidInput([{ path: ['introducerId'], message: '介绍人不能是本人。' }])
  const before = await readProfile(context, row)
  const checked = checkProfile({ ...before.profile, ...withoutAbsent(given) }, context.today)
  if ('problems' in checked) throw new InvalidInput(checked.problems)
  const after = checked.profile
  await Promise.all([mustBeKnownWords(context, after, row.serviceRoles), mustBeKnownIntroducer(context, given.introducerId)])
  const twins = (await findTwins(context, [after])).filter((twin) => twin.volunteerId !== id)
  const same = twins.filter((twin) => twin.reason === 'id-number')
  if (same.length > 0) throw new Refusal('SAME_ID_NUMBER', { twins: await describeTwins(context, same) })
  const { changed, details, sealed } = await writeProfile(context, row, before, after)
  if (changed.length === 0) return { id, version }
  await noteTwins(context, twins.map((twin) => ({ volunteerId: id, twin })))
  await recordAudit(context, {
    verb: 'volunteer.corrected', subjectKind: 'volunteer', subjectId: id, scopeCode: row.scopeCode, details, ...(sealed === undefined ? {} : { sealed }),
  })
  return { id, version: version + 1 }
}

/** A field left out is not a field emptied. */
function withoutAbsent(given: { [K in keyof VolunteerProfile]?: VolunteerProfile[K] | undefined }): Partial<VolunteerProfile> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
