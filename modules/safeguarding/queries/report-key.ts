// Two keys for each report, both kept where no statement of ours can read them; the database hands them to named people only.
import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'

/** What is sealed of a report; a sealed value cannot be moved to another place. */
export type SealedPlace = 'account' | 'closing' | 'reporter' | `step/${string}`

/** The two keys of a new report, with their wrapped forms. */
export function newReportKeys({ installation, actor }: Context, reportId: string) {
  const owner = { cityId: String(actor.cityId), personId: reportId }
  return { report: newWrappedKey(installation.masterKeys, owner), reporter: newWrappedKey(installation.masterKeys, owner) }
}

/** Hands the wrapped keys to the database, which keeps them from now on. */
export async function keepReportKeys({ tx }: Context, reportId: string, keys: ReturnType<typeof newReportKeys>): Promise<void> {
  const { rows } = await sql<{ kept: boolean }>`
    select access.keep_report_keys(${reportId}, ${keys.report.wrapped}, ${keys.reporter.wrapped}) as kept`.execute(tx)
  if (rows[0]?.kept !== true) throw new Error('the keys of a report were not kept')
}

/** The key of a report; undefined for whoever does not stand on its list. */
export async function findReportKey(context: Context, reportId: string): Promise<KeyObject | undefined> {
  const { rows } = await sql<{ wrapped: Buffer | null }>`select access.open_report_key(${reportId}) as wrapped`.execute(context.tx)
  return unwrapped(context, reportId, rows[0]?.wrapped)
}

/** The key of who reported; undefined for whoever may not see that. */
export async function findReporterKey(context: Context, reportId: string): Promise<KeyObject | undefined> {
  const { rows } = await sql<{ wrapped: Buffer | null }>`select access.open_reporter_key(${reportId}) as wrapped`.execute(context.tx)
  return unwrapped(context, reportId, rows[0]?.wrapped)
}

/** Seals fields under a key of the report. */
export const sealPart = (key: KeyObject, reportId: string, place: SealedPlace, fields: object): Buffer => sealFields(key, fields, aadOf(reportId, place))

/** Opens what `sealPart` made. */
export const openPart = (key: KeyObject, reportId: string, place: SealedPlace, sealed: Uint8Array): Record<string, unknown> =>
  openFields(key, sealed, aadOf(reportId, place))

const aadOf = (reportId: string, place: SealedPlace) => `safeguarding.${place}\0${reportId}`

function unwrapped({ installation, actor }: Context, reportId: string, wrapped: Buffer | null | undefined): KeyObject | undefined {
  if (wrapped === null || wrapped === undefined) return undefined
  return unwrapKey(installation.masterKeys, wrapped, { cityId: String(actor.cityId), personId: reportId })
}
