import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteDonors } from '../../access.ts'
import type { DonorRow } from '../../contract.ts'
import { findMergedInto, getDonorRow, loadDonor } from '../../queries/donors/donor-rows.ts'

/** Gives a donor the account that looks at the own gifts, or takes it off. An account belongs to one donor. */
export async function linkDonor(context: Context, input: { id: string; version: number; signInName?: string | undefined }): Promise<DonorRow> {
  mustWriteDonors(context.actor)
  const { tx, actor, now } = context
  const held = await loadDonor(context, input.id, { isLocked: true })
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { label: held.label } })
  if (held.kind === 'anonymous' || await findMergedInto(context, held.id) !== null) throw new Refusal('NOT_LINKABLE')
  const accountId = input.signInName === undefined ? null : await mustBeFree(context, held.id, input.signInName)
  await tx.updateTable('charity.donors').set({ accountId, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, { verb: 'donor.linked', subjectKind: 'donor', subjectId: held.id, scopeCode: held.scopeCode, details: { accountId } })
  return getDonorRow(context, held.id)
}

async function mustBeFree({ tx }: Context, donorId: string, signInName: string): Promise<string> {
  const { rows: [found] } = await sql<{ id: string; donorId: string | null }>`select * from access.find_donor_account(${signInName})`.execute(tx)
  if (found === undefined) throw new Refusal('ACCOUNT_UNKNOWN')
  if (found.donorId !== null && found.donorId !== donorId) throw new Refusal('ACCOUNT_TAKEN')
  return found.id
}
