import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { AnswerDays } from '../../rules/transfers/answer-days.ts'

/** The numbers of days a city has set for answering a transfer, each with its first day. */
export async function findTransferDays({ tx, actor }: Context): Promise<AnswerDays[]> {
  const { rows } = await sql<AnswerDays>`select valid_from, value from platform.settings
    where city_id = ${actor.cityId} and name = 'children.transfer-answer-days'`.execute(tx)
  return rows
}
