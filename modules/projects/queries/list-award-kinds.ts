import { sql } from 'kysely'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadAwards } from '../access.ts'
import type { AwardKind } from '../contract.ts'

/** Kinds of award with the criteria that hold today. */
export async function listAwardKinds(context: Context): Promise<{ items: AwardKind[] }> {
  mustReadAwards(context.actor)
  const { rows } = await sql<AwardKind>`select k.code, k.name, k.most_fen::float8 as most_fen, k.most_per_year, k.needs_child from projects.award_kinds k
    where k.valid_from <= ${context.today}::date and (k.valid_until is null or k.valid_until >= ${context.today}::date) order by k.sort_order, k.code`
    .execute(context.tx)
  return { items: rows }
}

/** Refuses a kind that does not hold today. */
export async function mustBeKind({ tx, today }: Context, code: string): Promise<void> {
  const { rows } = await sql`select 1 from projects.award_kinds k where k.code = ${code} and k.valid_from <= ${today}::date
    and (k.valid_until is null or k.valid_until >= ${today}::date)`.execute(tx)
  if (rows.length === 0) throw new InvalidInput([{ path: ['kind'], message: '请从列表中选择资助类别' }])
}

/** Names of the kinds as they read today, by code. */
export async function findKindNames({ tx, today }: Context): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select k.code, k.name from projects.award_kinds k where k.valid_from <= ${today}::date
    order by k.valid_from`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}
