import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadCases } from '../access.ts'
import type { Scale } from '../contract.ts'
import { findIntervals } from './find-intervals.ts'
import { listVisitCategories } from './visits/list-visit-categories.ts'

type Level = { version: number; scale: Scale; score: number; title: string; wording: string }

/** The wording of the scales and the days between visits that hold today, what a visit may be for. */
export async function getCareStandards(context: Context) {
  const { tx, actor, today } = context
  mustReadCases(actor)
  const [levels, intervalDays, categories] = await Promise.all([
    sql<Level>`select s.version, s.scale, s.score, s.title, s.wording from care.scales s
      where s.version = (select max(n.version) from care.scales n where n.valid_from <= ${today}::date)
      order by array_position(array['guardianship', 'physical', 'behaviour'], s.scale), s.score`.execute(tx),
    findIntervals(context), listVisitCategories(context, today),
  ])
  return {
    scaleVersion: levels.rows[0]?.version ?? 1,
    scales: levels.rows.map(({ version: _version, ...level }) => level),
    intervalDays, categories,
  }
}
