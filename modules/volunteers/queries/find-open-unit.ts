import { holdUnits } from '#modules/organization/index.ts'
import type { Context } from '#platform/http/context.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'

/** A unit a volunteer can belong to. */
export type TeamUnit = { id: string; scopeCode: string; name: string }

/** A unit of the actor's range that still stands, and is not closed before the volunteer is entered; refused beside the field otherwise. */
export async function findOpenUnit(context: Context, unitId: string): Promise<TeamUnit> {
  const { tx, actor } = context
  await holdUnits(context, [unitId])
  const row = await tx.selectFrom('organization.publishedUnits').select(['id', 'scopeLo', 'name', 'closedOn'])
    .where('cityId', '=', actor.cityId).where('id', '=', unitId).where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi)
    .executeTakeFirst()
  if (row?.id == null || row.scopeLo == null || row.name == null) throw refused('没有找到这个单位，或者它不在您的管理范围内。')
  if (row.closedOn !== null) throw refused('这个单位已经撤销，请选择其他单位。')
  return { id: row.id, scopeCode: row.scopeLo.padStart(18, '0'), name: row.name }
}

const refused = (message: string) => new InvalidInput([{ path: ['unitId'], message }])
