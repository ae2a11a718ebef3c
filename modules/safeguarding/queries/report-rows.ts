import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { ReportRow } from '../contract.ts'

/** A report as the database gives it to a named person. */
export type ReportRecord = Omit<ReportRow, 'unitCode'> & { scopeCode: string }

/** Columns of a report in a list; `r` is the report, `u` its unit. */
export const reportColumns = sql`
  r.id, r.number, r.scope_code::text as scope_code, u.name as unit_name, r.situations, r.status, r.seen_at, r.filed_at, r.opened_at, r.closed_at`
/** What a list of reports is joined with. */
export const reportJoins = sql`join organization.published_units u on u.city_id = r.city_id and u.id = r.unit_id`
/** Only the reports on whose list the caller stands. */
export const ofReader = ({ actor }: Context) => sql`exists (select 1 from safeguarding.report_readers n
  where n.city_id = ${actor.cityId} and n.report_id = r.id and n.account_id = ${actor.accountId} and n.ended_at is null)`

/** A record as it crosses the wire. */
export function reportRowOf({ scopeCode, ...rest }: ReportRecord): ReportRow {
  return { ...rest, unitCode: codeOfScope(scopeCode) }
}

/** One report as lists show it; what a command answers with. */
export async function getReportRow(context: Context, id: string): Promise<ReportRow> {
  const { rows } = await sql<ReportRecord>`select ${reportColumns} from safeguarding.reports r ${reportJoins}
    where r.city_id = ${context.actor.cityId} and r.id = ${id} and ${ofReader(context)}`.execute(context.tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return reportRowOf(rows[0])
}
