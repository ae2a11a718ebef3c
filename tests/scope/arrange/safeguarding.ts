import { newId } from '#platform/crypto/id.ts'
import type { Caller } from '../caller.ts'
import type { Recipe, Spot } from './spot.ts'

/** A report is seen by whoever stands on its list. */
const byReaders = (caller: Caller): string => `exists (select 1 from safeguarding.report_readers n
  where n.city_id = ${caller.cityId} and n.report_id = reports.id and n.account_id = '${caller.accountId}' and n.ended_at is null)`

/** Mandatory reports and the people whom units name for them. */
export const safeguardingRecipes: Record<string, Recipe> = {
  mandatoryreport: { table: 'safeguarding.reports', seenBy: byReaders, arrange: fileReport },
  closedreport: { table: 'safeguarding.reports', seenBy: byReaders, arrange: fileAndClose },
  designee: { table: 'safeguarding.designees', arrange: insertDesignee },
}

/** Who files does not learn the id: the owner looks it up by the number. */
async function fileReport(spot: Spot): Promise<string> {
  const { number } = await spot.ask('POST', '/safeguarding/reports', {
    submissionKey: newId(), situations: ['many-injuries'], childId: await spot.need('child'), seenAt: '2026-03-16T08:30', seen: `${spot.mark}家孩子身上有伤`,
    told: [{ kind: 'police', happenedAt: '2026-03-16T08:40', contact: '派出所' }],
  })
  const { rows } = await spot.owner.query<{ id: string }>('select id from safeguarding.reports where city_id = $1 and number = $2', [spot.cityId, number])
  return String(rows[0]?.id)
}

/** Only a named person could close it: the owner does. */
async function fileAndClose(spot: Spot): Promise<string> {
  const id = await fileReport(spot)
  await spot.owner.query(`update safeguarding.reports set status = 'closed', opened_at = filed_at, closed_at = filed_at, closing_result = 'police'
    where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

/** Only an officer could name somebody: the owner does. */
async function insertDesignee(spot: Spot): Promise<string> {
  const id = newId()
  await spot.owner.query(
    `insert into safeguarding.designees (city_id, id, scope_code, unit_id, account_id, person_name, from_on, named_name, created_at)
     select $1, $2, u.scope_lo, u.id, $3, $4, date '2026-03-01', '某负责人', now() from organization.units u where u.city_id = $1 and u.id = $5`,
    [spot.cityId, id, await spot.need('account'), `${spot.mark}干事`, spot.unit.id])
  return id
}
