import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { answerDaysOf } from '../rules/acting.ts'

/** Days in which an answer is due today: the city's own, or the default. */
export async function findAnswerDays({ tx, actor, today }: Context): Promise<number> {
  const { rows } = await sql<{ value: unknown }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = 'referrals.answer-days' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  return answerDaysOf(rows[0]?.value)
}
