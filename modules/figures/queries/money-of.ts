// What figures of money are split by: the fund and the source of a gift, an award, a project, as the rooms of money publish them.
import { sql, type RawBuilder } from 'kysely'
import type { Split } from '../contract.ts'
import type { Indicator } from '../rules/indicator.ts'

/** Columns record_id, fund_id, fund_name, source of every record of the city that moves money; a project has a row for each fund that bears it. */
export const moneyOf = (cityId: number): RawBuilder<unknown> => sql`(
  select given.record_id, given.fund_id, given.fund_name, given.source from charity.published_gift_money given where given.city_id = ${cityId}
  union all
  select used.record_id, used.fund_id, used.fund_name, used.source from projects.published_money used where used.city_id = ${cityId})`

/** Whether the record of a fact belongs to a fund or a source; true where neither is asked for. */
export function isOfSplit(alias: 'fact' | 'later', cityId: number, { fund, source }: Split): RawBuilder<boolean> {
  if (fund === undefined && source === undefined) return sql<boolean>`true`
  const ofFund = fund === undefined ? sql`` : sql`and money.fund_id = ${fund}`
  const ofSource = source === undefined ? sql`` : sql`and money.source = ${source}`
  return sql<boolean>`exists (select from ${moneyOf(cityId)} money where money.record_id = ${sql.ref(`${alias}.recordId`)} ${ofFund} ${ofSource})`
}

/** Whether an indicator counts gifts, awards or projects. */
export const isOfMoney = ({ kind, measures }: Pick<Indicator, 'kind' | 'measures'>): boolean =>
  kind !== 'ratio' && measures.every((measure) => /^(gift|award|project)\./.test(measure))
