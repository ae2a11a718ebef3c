import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustKeepBoard } from '../../access.ts'
import { lockOpenMeeting, readMatters } from '../../queries/board/meetings.ts'
import { mustBePartyOf } from '../../queries/relations/parties.ts'

type Input = { id: string; matter: string; title: string; words: string; partyId?: string | undefined }

/** Puts a resolution on the agenda of a meeting, under the rule of its matter on the day of the meeting. */
export async function addResolution(context: Context, input: Input): Promise<{ id: string }> {
  mustKeepBoard(context.actor)
  const { tx, actor, now } = context
  const meeting = await lockOpenMeeting(context, { id: input.id })
  const matter = (await readMatters(context, 'today', meeting.heldOn)).find(({ code }) => code === input.matter)
  if (matter === undefined) throw new InvalidInput([{ path: ['matter'], message: '请从列表中选择议题' }])
  if (input.partyId !== undefined) await mustBePartyOf(context, { partyId: input.partyId, bookId: meeting.bookId })
  const id = newId()
  await sql`insert into duties.resolutions (city_id, id, scope_code, meeting_id, seq, matter, matter_from, title, words, party_id, status, created_at)
    select ${actor.cityId}, ${id}, ${meeting.scopeCode}::bigint, ${meeting.id}, coalesce(max(r.seq), 0) + 1, ${matter.code}, ${matter.validFrom}::date,
      ${input.title}, ${input.words}, ${input.partyId ?? null}::uuid, 'open', ${now}
      from duties.resolutions r where r.city_id = ${actor.cityId} and r.meeting_id = ${meeting.id}`.execute(tx)
  await recordAudit(context, { verb: 'resolution.added', subjectKind: 'resolution', subjectId: id, scopeCode: meeting.scopeCode,
    details: { matter: matter.code } })
  return { id }
}
