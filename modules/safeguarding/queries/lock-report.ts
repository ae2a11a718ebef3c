import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { ClosingResult, Situation, Status } from '../contract.ts'
import { findReportKey } from './report-key.ts'
import { ofReader } from './report-rows.ts'

/** A report locked until the transaction ends, with its key: only named people come so far. */
export type LockedReport = {
  id: string; scopeCode: string; unitId: string; number: string; situations: Situation[]; status: Status; filedAt: Date; openedAt: Date | null
  closingResult: ClosingResult | null; sealedAccount: Buffer; sealedReporter: Buffer; sealedClosing: Buffer | null; version: number
  seesReporter: boolean
  key: KeyObject
}

/** Loads and locks a report for which the caller is named; not found for everybody else. */
export async function lockReport(context: Context, id: string): Promise<LockedReport> {
  const { tx, actor } = context
  const { rows } = await sql<Omit<LockedReport, 'key'>>`
    select r.id, r.scope_code::text as scope_code, r.unit_id, r.number, r.situations, r.status, r.filed_at, r.opened_at, r.closing_result,
           r.sealed_account, r.sealed_reporter, r.sealed_closing, r.version,
           (select n.sees_reporter from safeguarding.report_readers n where n.city_id = ${actor.cityId} and n.report_id = r.id
              and n.account_id = ${actor.accountId}) as sees_reporter
      from safeguarding.reports r where r.city_id = ${actor.cityId} and r.id = ${id} and ${ofReader(context)} for update of r`.execute(tx)
  const [report] = rows
  const key = report === undefined ? undefined : await findReportKey(context, id)
  if (report === undefined || key === undefined) throw new Refusal('NOT_FOUND')
  return { ...report, key }
}

/** Refuses a save that was made on an older version. */
export function mustBeCurrent(report: Pick<LockedReport, 'version' | 'status'>, version: number): void {
  if (report.version !== version) throw new Refusal('STALE', { version: report.version, current: { status: report.status } })
}
