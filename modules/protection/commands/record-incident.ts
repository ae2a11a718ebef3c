import { sql } from 'kysely'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordIncidents } from '../access.ts'
import type { NewIncident } from '../contract.ts'
import { instantOf } from '../rules/incidents.ts'
import { insertIncident } from './steps/insert-incident.ts'

/** Writes down that data of children were lost, changed or seen by somebody who should not. */
export async function recordIncident(context: Context, input: NewIncident): Promise<{ id: string; version: number }> {
  mustRecordIncidents(context.actor)
  const foundAt = instantOf(input.foundAt)
  if (foundAt > context.now) throw new InvalidInput([{ path: ['foundAt'], message: '发现时间不能晚于现在' }])
  const childIds = [...new Set(input.childIds)]
  if (childIds.length > input.childrenCount) throw new InvalidInput([{ path: ['childrenCount'], message: '涉及人数不能少于所列的孩子' }])
  const unit = await findUnit(context, input.unitId ?? context.actor.unit.id)
  await mustSeeChildren(context, childIds)
  const { kind, title, fields, childrenCount, cause } = input
  const id = await insertIncident(context, { kind, title, fields, childrenCount, cause, foundAt, childIds, ...unit })
  return { id, version: 1 }
}

/** A unit of the actor's own range, and the scope code of its rows. */
async function findUnit({ tx, actor }: Context, unitId: string): Promise<{ unitId: string; scopeCode: string }> {
  const { rows } = await sql<{ unitId: string; scopeCode: string }>`
    select unit.id as unit_id, unit.scope_lo::text as scope_code from organization.published_units unit
     where unit.city_id = ${actor.cityId} and unit.id = ${unitId} and unit.scope_lo >= ${actor.scopeLo}::bigint and unit.scope_hi <= ${actor.scopeHi}::bigint`
    .execute(tx)
  const unit = rows[0]
  if (unit === undefined) throw new Refusal('NOT_FOUND')
  return unit
}

async function mustSeeChildren({ tx, actor }: Context, childIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from children.published_files child
    where child.city_id = ${actor.cityId} and child.id = any (${[...childIds]}::uuid[])`.execute(tx)
  if (rows[0]?.count !== childIds.length) throw new Refusal('NOT_FOUND')
}
