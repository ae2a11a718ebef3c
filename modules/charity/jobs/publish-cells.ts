import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findSetting } from '../queries/find-setting.ts'
import { asStaff, listUnitNames } from '../queries/trail/reading.ts'
import { lastMonthToPublish, planCells, publishingDayOf, type OpenReach, type PlannedCell } from '../rules/publishing.ts'

type HeldReach = OpenReach & { scopeCode: string; fundId: string }

/**
 * Publishes how many each fund reached in months that are over, once: a cell is appended and never changes. What is recorded later, or was too little to be
 * told, counts in the next month that is published. Run again it publishes nothing.
 */
export const publishCells: JobDefinition = {
  name: 'publish-cells',
  schedule: '50 2 * * *',
  run: async (context) => {
    const { tx, actor: { cityId }, today } = context
    await sql`select pg_advisory_xact_lock(hashtext('xinhuo.charity-cells'), ${cityId}::int)`.execute(tx)
    const lastMonth = lastMonthToPublish(today, publishingDayOf(await findSetting(context, 'charity.publishing-day')))
    for (const [fundId, reaches] of Map.groupBy(await listOpenReaches(context), (reach) => reach.fundId)) {
      const published = new Set(await listPublishedMonths(context, fundId))
      const scopes = new Map(reaches.map(({ reachId, scopeCode }) => [reachId, scopeCode]))
      for (const cell of planCells(reaches, { published, lastMonth })) await publishCell(context, { fundId, scopes }, cell)
    }
  },
}

async function publishCell(
  context: Context, { fundId, scopes }: { fundId: string; scopes: ReadonlyMap<string, string> }, { month, reaches, groups }: PlannedCell,
): Promise<void> {
  const { tx, actor: { cityId }, today } = context
  const cell = { cityId, fundId, month }
  await tx.insertInto('charity.publishedCells').values({ ...cell, isWithheld: groups === undefined, publishedOn: today }).execute()
  if (groups === undefined) return
  const names = await listUnitNames(asStaff(context), groups.map(({ unitCode }) => unitCode))
  await tx.insertInto('charity.publishedGroups').values(groups.map(({ unitCode, isMerged, children, households }, at) => (
    { ...cell, seq: at + 1, place: names.get(unitCode) ?? '', isMerged, childCount: children, householdCount: households }))).execute()
  await tx.insertInto('charity.cellReaches').values(reaches.map(({ reachId }) => ({ ...cell, reachId, scopeCode: scopes.get(reachId) ?? '0' }))).execute()
}

async function listOpenReaches({ tx, actor }: Context): Promise<HeldReach[]> {
  const { rows } = await sql<HeldReach>`
    select r.id as reach_id, r.scope_code::text as scope_code, r.fund_id, r.month, r.unit_code, r.child_count as children, r.household_count as households
      from charity.reaches r
     where r.city_id = ${actor.cityId} and not exists (select 1 from charity.cell_reaches c where c.city_id = ${actor.cityId} and c.reach_id = r.id)
     order by r.fund_id, r.month, r.id`.execute(tx)
  return rows
}

async function listPublishedMonths({ tx, actor }: Context, fundId: string): Promise<number[]> {
  const rows = await tx.selectFrom('charity.publishedCells').select('month').where('cityId', '=', actor.cityId).where('fundId', '=', fundId).execute()
  return rows.map(({ month }) => month)
}
