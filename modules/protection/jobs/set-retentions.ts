import { sql } from 'kysely'
import { childFiles } from '#modules/children/index.ts'
import { sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { Context } from '#platform/http/context.ts'
import { findLimits } from '../queries/find-limits.ts'
import { findOfficers } from '../queries/find-officers.ts'
import { childFileVersion, keepUntil } from '../rules/retention.ts'

const batchSize = 500

/**
 * As soon as a file is closed, and each night for whatever was missed: it gets the day until which it is kept. What has passed it becomes a to-do each night,
 * one for each unit and month.
 */
export const setRetentions: JobDefinition = {
  name: 'set-retentions',
  listensTo: ['child.closed'],
  schedule: '30 2 * * *',
  run: async (context, event) => {
    while (await setBatch(context) === batchSize);
    if (event === null) await tellOfDue(context)
  },
}

/** Gives a batch of closed files that have no day their day; says how many there were. */
async function setBatch(context: Context): Promise<number> {
  const { tx, actor, now, today } = context
  const { rows } = await sql<{ id: string; scopeCode: string; closedOn: string }>`
    select child.id, child.scope_code::text as scope_code, child.closed_on from children.published_files child
     where child.city_id = ${actor.cityId} and child.status = 'closed'
       and not exists (select 1 from protection.retentions kept where kept.city_id = ${actor.cityId} and kept.child_id = child.id)
     order by child.id limit ${batchSize}`.execute(tx)
  const { keepYears } = await findLimits(context)
  const adultDays = await childFiles.adultDays(context, rows.map(({ id }) => id))
  const kept = rows.map(({ id, scopeCode, closedOn }) => ({
    cityId: actor.cityId, childId: id, scopeCode, closedOn, keepUntil: keepUntil({ adultOn: adultDays.get(id) ?? closedOn, closedOn }, keepYears),
    ruleVersion: childFileVersion(today), createdAt: now,
  }))
  if (kept.length > 0) {
    await tx.insertInto('protection.retentions').values(kept).onConflict((conflict) => conflict.columns(['cityId', 'childId']).doNothing()).execute()
  }
  return rows.length
}

async function tellOfDue(context: Context): Promise<void> {
  const { tx, actor, today } = context
  const { rows } = await sql<{ scopeCode: string; count: number }>`
    select kept.scope_code::text as scope_code, count(*)::int as count from protection.retentions kept
      join children.published_files child on child.city_id = ${actor.cityId} and child.id = kept.child_id and child.status = 'closed'
     where kept.city_id = ${actor.cityId} and kept.keep_until < ${today}::date group by kept.scope_code order by kept.scope_code`.execute(tx)
  for (const { scopeCode, count } of rows) {
    await sendNotice(context, await findOfficers(context, { scopeCode, permission: 'child.erase' }), {
      title: `有${count}份已结束的档案保存期已满，请核对后删除身份信息`, link: '/retentions', task: { dueOn: null },
      source: { verb: 'set-retentions', key: `${scopeCode}:${today.slice(0, 7)}` },
    })
  }
}
