import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustExplainRatios } from '../../access.ts'
import type { EarlierYear } from '../../contract.ts'
import { loadBody } from '../../queries/bodies.ts'
import { listEarlierYears } from '../../queries/ratios/year-figures.ts'

type Input = { bookId: string; year: number; income: number; netAssets: number; source: string; version: number }

/** Enters income and net assets of a year before the books, from the audited report; a year that lies in the books whole is reckoned from them. */
export async function recordEarlierYear(context: Context, input: Input): Promise<EarlierYear> {
  mustExplainRatios(context.actor)
  const { tx, actor, now } = context
  const body = await loadBody(context, input.bookId)
  if (body.startsMonth <= input.year * 100 + 1) throw new Refusal('YEAR_IN_BOOKS')
  const known = (await listEarlierYears(context, body.id)).find(({ year }) => year === input.year)
  if ((known?.version ?? 0) !== input.version) throw new Refusal('STALE', { version: known?.version ?? 0, current: { year: input.year } })
  await sql`insert into duties.earlier_years (city_id, book_id, year, scope_code, income_fen, net_assets_fen, source, recorded_name, recorded_at)
    values (${actor.cityId}, ${body.id}, ${input.year}, ${body.scopeCode}::bigint, ${input.income}, ${input.netAssets}, ${input.source},
      ${actor.personName}, ${now})
    on conflict (city_id, book_id, year) do update set income_fen = excluded.income_fen, net_assets_fen = excluded.net_assets_fen, source = excluded.source,
      recorded_name = excluded.recorded_name, recorded_at = excluded.recorded_at, version = duties.earlier_years.version + 1`.execute(tx)
  const after = { incomeFen: input.income, netAssetsFen: input.netAssets }
  await recordAudit(context, {
    verb: 'earlier-year.recorded', subjectKind: 'book', subjectId: body.id, scopeCode: body.scopeCode, details: { year: input.year, source: input.source,
      ...after },
  })
  return { year: input.year, ...after, source: input.source, recordedName: actor.personName, version: input.version + 1 }
}
