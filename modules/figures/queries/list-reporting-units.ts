import type { ExpressionBuilder } from 'kysely'
import type { z } from 'zod'
import type { DB } from '#platform/database/rows.ts'
import type { Context } from '#platform/http/context.ts'
import { isBelowOrSame } from '#platform/values/scope-code.ts'
import { mustReadFigures } from '../access.ts'
import type { figuresContract, ReportingUnit } from '../contract.ts'

type Input = z.output<NonNullable<(typeof figuresContract.listReportingUnits)['~orpc']['inputSchema']>>

/**
 * Units to choose from, within the caller's range: those directly below one, those whose name holds the words, or the way down to one.
 * Asked of the published view and not of 组织, which itself records facts here.
 */
export async function listReportingUnits(context: Context, input: Input): Promise<{ items: ReportingUnit[] }> {
  const { tx, actor } = context
  mustReadFigures(actor)
  let units = tx.selectFrom('organization.publishedUnits as unit')
    .select((is) => ['unit.id', 'unit.code', 'unit.name', hasUnitsBelow(is).as('hasChildren')])
    .where('unit.cityId', '=', actor.cityId).where('unit.scopeLo', '>=', actor.scopeLo).where('unit.scopeLo', '<=', actor.scopeHi)
    .orderBy('unit.code').limit(1000)
  if (input.q !== undefined) units = units.where('unit.name', 'like', `%${input.q.replaceAll(/[%_\\]/g, '')}%`).limit(20)
  else if (input.to !== undefined) units = units.where('unit.code', 'in', await codesDownTo(context, input.to))
  else if (input.parent !== undefined) units = units.where('unit.parentId', '=', input.parent)
  else units = units.where('unit.id', '=', actor.unit.id)
  const rows = await units.execute() as { id: string; code: string; name: string; hasChildren: boolean }[]
  return { items: rows.map(({ code, ...unit }) => ({ ...unit, unitCode: code })) }
}

/** Codes of the unit and of everything above it that the caller may see; the way to a unit elsewhere ends at the own one. */
async function codesDownTo({ tx, actor }: Context, id: string): Promise<string[]> {
  const unit = await tx.selectFrom('organization.publishedUnits').select('code').where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  const code = unit?.code != null && isBelowOrSame(unit.code, actor.unit.code) ? unit.code : actor.unit.code
  return [2, 4, 7, 11, 15, 18].filter((end) => end <= code.length).map((end) => code.slice(0, end)).filter((above) => isBelowOrSame(above, actor.unit.code))
}

const hasUnitsBelow = (is: ExpressionBuilder<DB & { unit: DB['organization.publishedUnits'] }, 'unit'>) => is.exists(
  is.selectFrom('organization.publishedUnits as below').select('below.id')
    .whereRef('below.cityId', '=', 'unit.cityId').whereRef('below.parentId', '=', 'unit.id'))
