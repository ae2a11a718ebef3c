import { sql } from 'kysely'
import { sendNotice } from '#modules/notices/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays, formatChinese } from '#platform/values/local-date.ts'
import { findLimits } from '../queries/find-limits.ts'
import { findOfficers } from '../queries/find-officers.ts'
import type { Limits } from '../rules/limits.ts'
import { findUnusual, type Finding, type Read } from '../rules/unusual-access.ts'
import { accessRuleNames } from '../rules/words.ts'

/** So many past days are looked at, should a week have been missed. */
const lookBackDays = 15

/** Each Monday: the readings of past days are judged by the rules; what is found becomes a row and a to-do, once. */
export const findUnusualAccesses: JobDefinition = {
  name: 'find-unusual-accesses',
  schedule: '40 6 * * 1',
  run: async (context) => {
    const limits = await findLimits(context)
    const span = { from: addDays(context.today, -lookBackDays), until: context.today }
    const findings = [...findUnusual(await listReads(context, span), limits), ...await listManyCards(context, span, limits)]
    for (const finding of findings) await keepFinding(context, finding, limits)
  },
}

type Span = { from: string; until: string }

/** Every opening of a full file in whole days before today; a case of any record of the child keeps its file in use. */
async function listReads({ tx, actor }: Context, { from, until }: Span): Promise<Read[]> {
  const { rows } = await sql<Read>`
    select entry.id as entry_id, entry.account_id, entry.person_name, entry.unit_id, unit.scope_lo::text as unit_scope, entry.subject_id as child_id,
      entry.scope_code::text as child_scope, account.scope_code::text as home_scope, to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
      extract(hour from entry.at at time zone 'Asia/Shanghai')::int as hour, entry.verb = 'emergency-access.opened' as is_emergency,
      (entry.verb = 'child-file.opened' and ended.has_ended and not ended.is_open) as is_after_end, entry.details -> 'fields' as fields
      from audit.entries entry
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = entry.unit_id
      join accounts.published_accounts account on account.city_id = ${actor.cityId} and account.id = entry.account_id
      cross join lateral (select coalesce(bool_or(led.closed_on < (entry.at at time zone 'Asia/Shanghai')::date), false) as has_ended,
          coalesce(bool_or(led.closed_on is null or led.closed_on >= (entry.at at time zone 'Asia/Shanghai')::date), false) as is_open
        from children.published_records own
        join children.published_records other on other.city_id = ${actor.cityId} and other.child_id = own.child_id
        join care.published_cases led on led.city_id = ${actor.cityId} and led.child_id = other.record_id
       where own.city_id = ${actor.cityId} and own.record_id = entry.subject_id) ended
     where entry.city_id = ${actor.cityId} and entry.verb in ('child-file.opened', 'emergency-access.opened') and entry.subject_id is not null
       and entry.at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai' and entry.at < (${until}::date)::timestamp at time zone 'Asia/Shanghai'
     order by entry.at, entry.id`.execute(tx)
  return rows
}

/** Accounts that read more masked cards in a day than the limit; counted by the database, for there are many. */
async function listManyCards({ tx, actor }: Context, { from, until }: Span, { cardsPerDay }: Limits): Promise<Finding[]> {
  const { rows } = await sql<Omit<Finding, 'rule' | 'entryIds' | 'fields'>>`
    select entry.account_id, max(entry.person_name) as person_name, entry.unit_id, max(unit.scope_lo)::text as unit_scope,
      to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(distinct entry.subject_id)::int as count,
      (array_agg(distinct entry.subject_id))[1:1000] as child_ids
      from audit.entries entry join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = entry.unit_id
     where entry.city_id = ${actor.cityId} and entry.verb = 'child.read' and entry.account_id is not null and entry.subject_id is not null
       and entry.at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai' and entry.at < (${until}::date)::timestamp at time zone 'Asia/Shanghai'
     group by entry.account_id, entry.unit_id, 5 having count(distinct entry.subject_id) > ${cardsPerDay}`.execute(tx)
  return rows.map((row) => ({ ...row, rule: 'many-cards', entryIds: [], fields: [] }))
}

/** Keeps what is new and makes it a to-do of the responsible persons, other than the reader; known ones are left as they are. */
async function keepFinding(context: Context, finding: Finding, { judgeDays }: Limits): Promise<void> {
  const { tx, actor, now, today } = context
  const dueOn = addDays(today, judgeDays)
  const kept = await tx.insertInto('protection.unusualAccesses').values({
    cityId: actor.cityId, id: newId(), scopeCode: finding.unitScope, unitId: finding.unitId, foundUnitId: finding.unitId, rule: finding.rule,
    accountId: finding.accountId, personName: finding.personName, happenedOn: finding.day, count: finding.count, entryIds: finding.entryIds,
    childIds: finding.childIds, fields: finding.fields, dueOn, createdAt: now,
  }).onConflict((conflict) => conflict.columns(['cityId', 'rule', 'accountId', 'foundUnitId', 'happenedOn']).doNothing()).returning('id').executeTakeFirst()
  if (kept === undefined) return
  const officers = await findOfficers(context, { scopeCode: finding.unitScope, permission: 'unusual-access.decide', except: finding.accountId })
  await sendNotice(context, officers, {
    title: `${finding.personName}${formatChinese(finding.day)}${accessRuleNames[finding.rule]}，请核实`, link: `/unusual-accesses/${kept.id}`, task: { dueOn },
    source: { verb: 'find-unusual-accesses', key: kept.id, kind: 'unusual-access', id: kept.id },
  })
}
