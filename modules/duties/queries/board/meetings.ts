import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInDuties, mustReadDuties } from '../../access.ts'
import type { Matter, Meeting, MeetingRow, Resolution } from '../../contract.ts'
import { hasVote, isInOffice } from '../../rules/board.ts'
import { loadBody } from '../bodies.ts'
import { readBoard } from './members.ts'

const columns = (cityId: number) => sql`r.id, r.book_id, r.held_on, r.place, r.title, r.status, r.version,
  (select count(*)::int from duties.attendances a where a.city_id = ${cityId} and a.meeting_id = r.id) as present_count,
  (select count(*)::int from duties.resolutions s where s.city_id = ${cityId} and s.meeting_id = r.id) as resolution_count`

/** Meetings of the board of a body, the latest first. */
export async function listMeetings(context: Context, { bookId }: { bookId: string }): Promise<{ items: MeetingRow[] }> {
  const { tx, actor } = context
  mustReadDuties(actor)
  await loadBody(context, bookId)
  const { rows } = await sql<MeetingRow>`select ${columns(actor.cityId)} from duties.meetings r
    where r.city_id = ${actor.cityId} and r.book_id = ${bookId} order by r.held_on desc, r.id desc limit 300`.execute(tx)
  return { items: rows }
}

/** One row; what a command answers with. */
export async function getMeetingRow({ tx, actor }: Context, id: string): Promise<MeetingRow> {
  const { rows } = await sql<MeetingRow>`select ${columns(actor.cityId)} from duties.meetings r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

type Details = MeetingRow & Pick<Meeting, 'words' | 'madeName' | 'closedOn'>

/** One meeting with members, attendance and resolutions. */
export async function getMeeting(context: Context, { id }: { id: string }): Promise<Meeting> {
  const { tx, actor } = context
  mustReadDuties(actor)
  const { rows: [details] } = await sql<Details>`select ${columns(actor.cityId)}, r.words, r.made_name, r.closed_on
    from duties.meetings r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (details === undefined) throw new Refusal('NOT_FOUND')
  const body = await loadBody(context, details.bookId)
  const present = new Set(await listPresent(context, id))
  const members = (await readBoard(context, details.bookId)).filter((member) => isInOffice(member, details.heldOn))
    .map((member) => ({ id: member.id, name: member.name, role: member.role, hasVote: hasVote(member.role), isPresent: present.has(member.id) }))
  return {
    ...details, bodyName: body.name, members, resolutions: await listResolutions(context, { meetingId: id, members }),
    mayWrite: mayInDuties(actor, 'board.write') && details.status === 'open',
  }
}

/** Who was at a meeting. */
export async function listPresent({ tx, actor }: Context, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select a.member_id as id from duties.attendances a
    where a.city_id = ${actor.cityId} and a.meeting_id = ${meetingId}`.execute(tx)
  return rows.map(({ id }) => id)
}

type ResolutionRow = Omit<Resolution, 'matter' | 'votes' | 'relatedIds'> & { matter: string; matterFrom: string; memberName: string | null }
type Person = { id: string; name: string }

/** The resolutions of a meeting in their order, with rule, votes and who must withdraw. */
export async function listResolutions(
  context: Context, { meetingId, members }: { meetingId: string; members: readonly Person[] },
): Promise<Resolution[]> {
  const { tx, actor } = context
  const { rows } = await sql<ResolutionRow>`select r.id, r.seq, r.matter, r.matter_from, r.title, r.words, r.party_id, p.name as party_name,
      m.name as member_name, r.status, r.members_count, r.present_count, r.for_count, r.decided_name, r.version
    from duties.resolutions r left join duties.related_parties p on p.city_id = ${actor.cityId} and p.id = r.party_id
      left join duties.board_members m on m.city_id = ${actor.cityId} and m.id = p.member_id
    where r.city_id = ${actor.cityId} and r.meeting_id = ${meetingId} order by r.seq`.execute(tx)
  const { rows: votes } = await sql<Resolution['votes'][number] & { resolutionId: string }>`select v.resolution_id, v.member_id, m.name, v.choice
    from duties.votes v join duties.resolutions r on r.city_id = ${actor.cityId} and r.id = v.resolution_id
      join duties.board_members m on m.city_id = ${actor.cityId} and m.id = v.member_id
    where v.city_id = ${actor.cityId} and r.meeting_id = ${meetingId} order by m.name, m.id`.execute(tx)
  const matters = await readMatters(context, 'all')
  return rows.flatMap(({ matter: code, matterFrom, memberName, ...row }) => {
    const matter = matters.find((each) => each.code === code && each.validFrom === matterFrom)
    if (matter === undefined) return []
    const names = [row.partyName, memberName]
    return [{
      ...row, matter, relatedIds: members.filter(({ name }) => names.includes(name)).map(({ id }) => id),
      votes: votes.filter(({ resolutionId }) => resolutionId === row.id).map(({ memberId, name, choice }) => ({ memberId, name, choice })),
    }]
  })
}

/** What a board may resolve today. */
export async function listMatters(context: Context): Promise<{ items: Matter[] }> {
  mustReadDuties(context.actor)
  return { items: await readMatters(context, 'today') }
}

/** Of each matter the rule that holds today; `all` gives every version. */
export async function readMatters({ tx, today }: Pick<Context, 'tx' | 'today'>, scope: 'today' | 'all', on = today): Promise<Matter[]> {
  const held = sql`m.valid_from = (select max(l.valid_from) from duties.matters l where l.code = m.code and l.valid_from <= ${on}::date)`
  const { rows } = await sql<Matter>`select m.code, m.valid_from, m.name, m.quorum_numerator, m.quorum_denominator, m.majority_base, m.majority_numerator,
      m.majority_denominator, m.is_more_than, m.source, m.is_verified
    from duties.matters m where ${scope === 'all' ? sql`true` : held}
    order by array_position(array['ordinary', 'charter', 'election', 'investment', 'fundraising', 'merger'], m.code), m.valid_from`.execute(tx)
  return rows
}

/** A meeting that is open, locked; refused once its minutes stand. */
export async function lockOpenMeeting(
  { tx, actor }: Context, { id, version }: { id: string; version?: number },
): Promise<{ id: string; bookId: string; scopeCode: string; heldOn: string; version: number }> {
  const { rows: [found] } = await sql<{ id: string; bookId: string; scopeCode: string; heldOn: string; status: string; version: number }>`
    select r.id, r.book_id, r.scope_code::text as scope_code, r.held_on, r.status, r.version from duties.meetings r
     where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  if (found.status !== 'open') throw new Refusal('MEETING_CLOSED')
  if (version !== undefined && found.version !== version) throw new Refusal('STALE', { version: found.version, current: { heldOn: found.heldOn } })
  return found
}
