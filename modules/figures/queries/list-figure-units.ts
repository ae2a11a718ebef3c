import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import { scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import { mustReadFigures } from '../access.ts'
import type { CountedPeriod, Figure, figuresContract } from '../contract.ts'
import { planOf, valueOf, withParts } from '../rules/indicator.ts'
import { countMeasures } from './count-measures.ts'
import { countedPeriod, indicatorOf, resolveRequest } from './figure-request.ts'
import { countFigures } from './list-figures.ts'

type Input = z.output<NonNullable<(typeof figuresContract.listFigureUnits)['~orpc']['inputSchema']>>
type Comparison = { figure: Figure; period: z.infer<typeof CountedPeriod>; items: { id: string; unitCode: string; unitName: string; value: number }[] }

/** One figure for each unit directly below, in the order of the tree: for comparing, not for ranking. */
export async function listFigureUnits(context: Context, input: Input): Promise<Comparison> {
  mustReadFigures(context.actor)
  const request = await resolveRequest(context, input)
  const indicator = indicatorOf(request, input.code)
  const { span, indicators } = request
  const [units, [figure]] = await Promise.all([listUnitsBelow(context, request.unit.id), countFigures(context, request, [indicator])])
  if (figure === undefined) throw new Error(`${indicator.code} was not counted`)
  const nodes = units.map((unit) => ({ lo: scopeLo(unit.code), hi: scopeHi(unit.code) }))
  const plan = planOf(withParts([indicator], indicators))
  const counted = nodes.length === 0 ? new Map() : await countMeasures(context, { nodes, span, plan, hasClosings: false })
  const items = units.map((unit) => (
    { id: unit.id, unitCode: unit.code, unitName: unit.name, value: valueOf(indicator, counted.get(scopeLo(unit.code)) ?? new Map(), indicators).value }))
  return { figure, period: countedPeriod(request), items }
}

async function listUnitsBelow({ tx, actor }: Context, parentId: string) {
  const units = await tx.selectFrom('organization.publishedUnits').select(['id', 'code', 'name'])
    .where('cityId', '=', actor.cityId).where('parentId', '=', parentId).orderBy('code').limit(1000).execute()
  return units as { id: string; code: string; name: string }[]
}
