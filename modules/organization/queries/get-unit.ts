import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadUnits } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { listPath } from './list-path.ts'
import { childCount, unitColumns, unitOf } from './unit-columns.ts'

/** One unit of the actor's range with its way, changes and former names. */
export async function getUnit(context: Context, input: { id: string }): Promise<UnitDetail> {
  mustReadUnits(context.actor)
  const [row, path, changes, formerStates, staff, relocation] = await Promise.all([
    findUnit(context, input.id), listPath(context, input.id), listChanges(context, input.id), listFormerStates(context, input.id),
    countStaff(context, input.id), sumRelocations(context, input.id)])
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const { address, phone, foundingDocument, successorId, successorCode, successorName } = row
  const successor = successorId === null || successorCode === null || successorName === null ? null : { id: successorId, unitCode: successorCode,
    name: successorName }
  return { ...unitOf(row), address, phone, foundingDocument, successor, path, changes, formerStates, staff, relocation }
}

async function findUnit({ tx, actor }: Context, id: string) {
  return tx.selectFrom('organization.units as unit')
    .leftJoin('organization.units as next', (join) => join.on('next.cityId', '=', actor.cityId).onRef('next.id', '=', 'unit.successorId'))
    .select(unitColumns).select(childCount.as('childCount'))
    .select(['unit.address', 'unit.phone', 'unit.foundingDocument', 'unit.successorId', 'next.code as successorCode', 'next.name as successorName'])
    .where('unit.cityId', '=', actor.cityId).where('unit.id', '=', id).where('unit.scopeLo', '>=', actor.scopeLo).where('unit.scopeLo', '<=', actor.scopeHi)
    .executeTakeFirst()
}

async function listChanges({ tx, actor }: Context, unitId: string): Promise<UnitDetail['changes']> {
  const rows = await tx.selectFrom('organization.unitChanges as done')
    .leftJoin('organization.units as other', (join) => join.on('other.cityId', '=', actor.cityId).onRef('other.id', '=', 'done.otherUnitId'))
    .select(['done.id', 'done.change', 'done.happenedOn', 'done.reason', 'other.name as otherUnitName', 'done.personName'])
    .where('done.cityId', '=', actor.cityId).where('done.unitId', '=', unitId)
    .orderBy('done.happenedOn', 'desc').orderBy('done.recordedAt', 'desc').orderBy('done.id', 'desc').limit(100).execute()
  return rows.map((row) => ({ ...row, change: row.change as UnitDetail['changes'][number]['change'] }))
}

async function listFormerStates({ tx, actor }: Context, unitId: string): Promise<UnitDetail['formerStates']> {
  return tx.selectFrom('organization.unitHistory as former')
    .leftJoin('organization.units as above', (join) => join.on('above.cityId', '=', actor.cityId).onRef('above.id', '=', 'former.parentId'))
    .select(['former.untilOn', 'former.name', 'former.shortName', 'former.code as unitCode', 'above.name as parentName'])
    .where('former.cityId', '=', actor.cityId).where('former.unitId', '=', unitId)
    .orderBy('former.untilOn', 'desc').orderBy('former.recordedAt', 'desc').limit(100).execute()
}

async function countStaff({ tx, actor }: Context, unitId: string): Promise<UnitDetail['staff']> {
  const { rows } = await sql<UnitDetail['staff']>`
    select count(distinct person_id) filter (where is_full_time)::int as full_time,
      count(distinct person_id) filter (where not is_full_time)::int as part_time
      from organization.terms where city_id = ${actor.cityId} and unit_id = ${unitId} and until_on is null`.execute(tx)
  return rows[0] ?? { fullTime: 0, partTime: 0 }
}

async function sumRelocations({ tx, actor }: Context, unitId: string): Promise<UnitDetail['relocation']> {
  const { rows } = await sql<UnitDetail['relocation']>`
    select count(*) filter (where finished_at is null)::int as pending, coalesce(sum(moved_count), 0)::int as moved_count
      from organization.relocations where city_id = ${actor.cityId} and (from_unit_id = ${unitId} or to_unit_id = ${unitId})`.execute(tx)
  return rows[0] ?? { pending: 0, movedCount: 0 }
}
