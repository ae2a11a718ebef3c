import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadPosts } from '../access.ts'
import type { organizationContract, StandingRule } from '../contract.ts'

type Input = z.output<NonNullable<(typeof organizationContract.listStandingRules)['~orpc']['inputSchema']>>
type Rule = z.infer<typeof StandingRule>

/** Written rules of a range, the newest first. */
export async function listStandingRules(context: Context,
  input: Input): Promise<{ items: Rule[]; next: string | null; total: number; totalIsCapped: boolean }> {
  const { tx, actor } = context
  mustReadPosts(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let page = selectRules(context).where('rule.scopeCode', '>=', lo).where('rule.scopeCode', '<=', hi)
  if (input.unitId !== undefined) page = page.where('rule.unitId', '=', input.unitId)
  if (input.q !== undefined) page = page.where(sql<boolean>`position(${input.q} in rule.title) > 0`)
  const counted = tx.selectFrom(page.clearSelect().select('rule.id').limit(countCap + 1).as('capped'))
    .select((is) => is.fn.countAll<string>().as('count'))
  if (input.after !== undefined) page = page.where('rule.id', '<', cursorOf(input.after, 'id')[0])
  const [rows, count] = await Promise.all([page.orderBy('rule.id', 'desc').limit(input.limit + 1).execute(), counted.executeTakeFirstOrThrow()])
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  return { items: items.map(ruleOf), next: last === undefined ? null : encodeCursor([last.id]), total: Math.min(Number(count.count), countCap),
    totalIsCapped: Number(count.count) > countCap }
}

/** One rule as it crosses the wire. */
export async function getStandingRule(context: Context, id: string): Promise<Rule> {
  mustReadPosts(context.actor)
  const row = await selectRules(context).where('rule.cityId', '=', context.actor.cityId).where('rule.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return ruleOf(row)
}

function selectRules({ tx, actor }: Context) {
  return tx.selectFrom('organization.standingRules as rule')
    .innerJoin('organization.units as unit', (join) => join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'rule.unitId'))
    .select(['rule.id', 'rule.scopeCode', 'rule.unitId', 'unit.name as unitName', 'rule.title', 'rule.issuedOn', 'rule.endedOn', 'rule.version'])
    .where('rule.cityId', '=', actor.cityId)
}

const ruleOf = ({ scopeCode, ...row }: Omit<Rule, 'unitCode'> & { scopeCode: string }): Rule => ({ ...row, unitCode: codeOfScope(scopeCode) })
