import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustKeepBoard } from '../../access.ts'
import type { Resolution, Votes } from '../../contract.ts'
import { listPresent, listResolutions, lockOpenMeeting } from '../../queries/board/meetings.ts'
import { readBoard } from '../../queries/board/members.ts'
import { hasVote, isInOffice } from '../../rules/board.ts'
import { countVotes, findVoteObstacle, type Ballot } from '../../rules/voting.ts'

/**
 * Records every vote on a resolution at once: by members in office on the day who were there, related ones withdrawn, with the quorum of the matter. What the
 * votes come to by its majority stands for good.
 */
export async function decideResolution(context: Context, input: Votes): Promise<{ id: string; status: Resolution['status'] }> {
  mustKeepBoard(context.actor)
  const { meeting, resolution, ballot, names } = await loadBallot(context, input)
  const obstacle = findVoteObstacle(resolution.matter, ballot)
  if (obstacle?.code === 'MUST_WITHDRAW') throw new Refusal('MUST_WITHDRAW', { names: obstacle.memberIds.map((id) => names.get(id) ?? '') })
  const counted = countVotes(resolution.matter, ballot)
  if (obstacle?.code === 'NO_QUORUM') throw new Refusal('NO_QUORUM', { present: counted.presentCount, members: counted.membersCount })
  if (obstacle !== undefined) throw new Refusal(obstacle.code)
  const status = counted.isAdopted ? 'adopted' : 'rejected'
  await writeVotes(context, { resolution, scopeCode: meeting.scopeCode, ballot, counted: { ...counted, status } })
  await recordAudit(context, {
    verb: 'resolution.decided', subjectKind: 'resolution', subjectId: resolution.id, scopeCode: meeting.scopeCode,
    details: { matter: resolution.matter.code, status, for: counted.forCount, present: counted.presentCount, members: counted.membersCount },
  })
  return { id: resolution.id, status }
}

async function loadBallot(context: Context, { id, version, votes }: Votes) {
  const { tx, actor } = context
  const { rows: [found] } = await sql<{ meetingId: string }>`select r.meeting_id from duties.resolutions r
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  const meeting = await lockOpenMeeting(context, { id: found.meetingId })
  const terms = await readBoard(context, meeting.bookId)
  if (votes.some(({ memberId }) => terms.every((term) => term.id !== memberId))) throw new Refusal('NOT_FOUND')
  const board = terms.filter((member) => isInOffice(member, meeting.heldOn))
  const resolution = (await listResolutions(context, { meetingId: meeting.id, members: board })).find((each) => each.id === id)
  if (resolution === undefined) throw new Refusal('NOT_FOUND')
  if (resolution.status !== 'open') throw new Refusal('IS_DECIDED')
  if (resolution.version !== version) throw new Refusal('STALE', { version: resolution.version, current: { title: resolution.title } })
  const ballot: Ballot = {
    members: board.filter(({ role }) => hasVote(role)).map((member) => member.id), present: await listPresent(context, meeting.id),
    related: resolution.relatedIds, votes,
  }
  return { meeting, resolution, ballot, names: new Map(board.map((member) => [member.id, member.name])) }
}

async function writeVotes(
  { tx, actor }: Context, { resolution, scopeCode, ballot, counted }: {
    resolution: Resolution; scopeCode: string; ballot: Ballot; counted: { status: string; forCount: number; presentCount: number; membersCount: number }
  },
): Promise<void> {
  await tx.insertInto('duties.votes').values(ballot.votes.map(({ memberId, choice }) => ({
    cityId: actor.cityId, resolutionId: resolution.id, memberId, scopeCode, choice,
  }))).execute()
  const { status, forCount, presentCount, membersCount } = counted
  await tx.updateTable('duties.resolutions').set({
    status, forCount, presentCount, membersCount, decidedBy: actor.accountId, decidedName: actor.personName, version: resolution.version + 1,
  }).where('cityId', '=', actor.cityId).where('id', '=', resolution.id).execute()
}
