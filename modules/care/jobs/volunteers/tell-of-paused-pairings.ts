import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { addDays, formatChinese, type LocalDate } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import { findOfficePeople } from '../../queries/find-office-people.ts'

/** Days in which the office decides what becomes of the child meanwhile. */
const daysToDecide = 7

const sourceKind = 'paused-pairing'

type Paused = {
  id: string; caseId: string; scopeCode: string; volunteerName: string; maskedName: string | null; status: string; clearanceUntil: LocalDate | null
  planned: number
}

/**
 * A pairing whose volunteer rests, or whose clearance has ended, is paused (decision 0020): it stays, nobody is sent, and the office gets one task that
 * names the pairing. The task ends when the volunteer is back or cleared anew, and with the pairing.
 */
export const tellOfPausedPairings: JobDefinition = {
  name: 'tell-of-paused-pairings',
  listensTo: ['volunteer.rested', 'volunteer.returned', 'clearance.recorded', 'pairing.ended'],
  schedule: '12 7 * * *',
  run: async (context, event) => {
    if (event?.verb === 'pairing.ended') return endTasks(context, [event.subjectId])
    const volunteerId = event?.subjectId ?? null
    const paused = await listPaused(context, volunteerId)
    for (const pairing of paused) await tell(context, pairing, event)
    if (volunteerId !== null) await endTasks(context, await listGoingOn(context, volunteerId, paused))
  },
}

async function endTasks(context: Context, ids: readonly (string | null)[]): Promise<void> {
  for (const id of ids) if (id !== null) await completeTask(context, { sourceKind, sourceId: id })
}

async function listPaused({ tx, actor, today }: Context, volunteerId: JobEvent['subjectId']): Promise<Paused[]> {
  const { rows } = await sql<Paused>`
    select p.id, p.case_id, p.scope_code::text as scope_code, p.volunteer_name, ch.masked_name, v.status, v.clearance_until,
      (select count(*)::int from care.planned_visits n where n.city_id = p.city_id and n.case_id = p.case_id and n.volunteer_id = p.volunteer_id
          and n.status = 'planned' and n.planned_on >= ${today}::date) as planned
      from volunteers.published_volunteers v
      join care.pairings p on p.city_id = v.city_id and p.volunteer_id = v.id
      join care.cases c on c.city_id = p.city_id and c.id = p.case_id
      left join children.published_children ch on ch.city_id = p.city_id and ch.id = p.child_id
     where v.city_id = ${actor.cityId} and (${volunteerId}::uuid is null or v.id = ${volunteerId}::uuid) and c.status = 'open'
       and (p.until_on is null or p.until_on >= ${today}::date)
       and (v.status = 'resting' or (v.status = 'active' and v.clearance_result is distinct from 'found' and v.clearance_until < ${today}::date))
     order by p.id`.execute(tx)
  return rows
}

async function listGoingOn({ tx, actor }: Context, volunteerId: string, paused: readonly Paused[]): Promise<string[]> {
  const rows = await tx.selectFrom('care.pairings').select('id').where('cityId', '=', actor.cityId).where('volunteerId', '=', volunteerId).execute()
  return rows.map(({ id }) => id).filter((id) => !paused.some((pairing) => pairing.id === id))
}

/** Of a rest when it begins, of a clearance once for each last day: nights and other news repeat nothing. */
async function tell(context: Context, pairing: Paused, event: JobEvent | null): Promise<void> {
  const { id, caseId, scopeCode, volunteerName, maskedName, status, clearanceUntil, planned } = pairing
  const rests = status === 'resting'
  if (rests && event?.verb !== 'volunteer.rested') return
  const why = rests ? '暂停服务' : `的准入查询已于${formatChinese(clearanceUntil ?? context.today)}到期`
  await sendNotice(context, await findOfficePeople(context, codeOfScope(scopeCode), 'pairing.manage'), {
    title: `${volunteerName}${why}，与${maskedName ?? '某'}的结对暂停安排走访，请改派、交接或结束结对`,
    body: planned === 0 ? '结对没有结束，已经走访的仍可补录。' : `结对没有结束，已经走访的仍可补录。今后还有${planned}次已安排的走访，请改由他人前往或取消。`,
    link: `/cases/${caseId}`, task: { dueOn: addDays(context.today, daysToDecide) },
    source: { verb: 'tell-of-paused-pairings', key: `${id}:${rests ? event?.entryId : clearanceUntil}`, kind: sourceKind, id },
  })
}
