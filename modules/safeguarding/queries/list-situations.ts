import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Situation } from '../contract.ts'

/** A situation as it is worded today. */
export type KnownSituation = { code: Situation; title: string; wording: string; source: string }

/** The situations that count today, each in its latest wording. */
export async function listSituations({ tx, today }: Context): Promise<KnownSituation[]> {
  const { rows } = await sql<KnownSituation & { position: number }>`
    select distinct on (s.code) s.code, s.title, s.wording, s.source, s.position from safeguarding.situations s
     where s.valid_from <= ${today}::date and (s.valid_until is null or s.valid_until >= ${today}::date) order by s.code, s.version desc`.execute(tx)
  return rows.toSorted((a, b) => a.position - b.position).map(({ position: _place, ...known }) => known)
}
