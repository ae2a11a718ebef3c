import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManagePhones } from '../access.ts'
import type { OpenedArrival, PhoneVisit } from '../contract.ts'
import { arrivalOf, getHeldArrival, type HeldArrival } from './steps/arrival-rows.ts'
import { openContent } from './steps/content.ts'

/** An arrival with what the volunteer wrote, and the visits about that day that stand already. That it was read is recorded with the child. */
export async function openArrival(context: Context, input: { id: string }): Promise<OpenedArrival> {
  mustManagePhones(context.actor)
  const held = await getHeldArrival(context, input.id, { locks: false })
  const visit = openContent(context, held)
  await recordAudit(context, {
    verb: 'phone-letter.read', ...(held.childId === null ? { subjectKind: 'letter', subjectId: held.id } : { subjectKind: 'child', subjectId: held.childId }),
    scopeCode: held.scopeCode, details: { letterId: held.id, caseId: held.caseId },
  })
  const { deviceId: _device, itemId: _item, accountId: _account, volunteerId: _volunteer, childId: _child, wrappedKey: _key, sealed: _sealed, ...record } = held
  return { ...arrivalOf(record), visit: visit === null ? null : shownOf(visit), rivals: visit === null ? [] : await listRivals(context, held, visit) }
}

const shownOf = ({ madeOn, medium, minutes, outcome, note, withWorker }: PhoneVisit) => ({ madeOn, medium, minutes, outcome, note, withWorker })

/** Visits of the same case from the day before to the day after. */
async function listRivals({ tx, actor }: Context, { caseId }: HeldArrival, { madeOn }: PhoneVisit): Promise<OpenedArrival['rivals']> {
  if (caseId === null) return []
  const { rows } = await sql<OpenedArrival['rivals'][number]>`
    select v.id, v.made_on, v.recorded_at, v.voided_at is not null as is_voided from care.published_visits v
     where v.city_id = ${actor.cityId} and v.case_id = ${caseId} and v.made_on between ${madeOn}::date - 1 and ${madeOn}::date + 1
     order by v.made_on, v.id limit 10`.execute(tx)
  return rows
}
