import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteDonors } from '../../access.ts'
import type { DonorChange, DonorRow } from '../../contract.ts'
import { getDonorRow, loadDonor } from '../../queries/donors/donor-rows.ts'
import { sealDonor, termsOfDonor } from '../../queries/row-key.ts'
import { findDonorIssues, labelOf } from '../../rules/donors.ts'
import { writeDonorTerms } from '../steps/write-donor-terms.ts'
import { identityOf } from './register-donor.ts'

/** Corrects who a donor is; kind and credit code stay. What was sealed before is gone with its key. */
export async function updateDonor(context: Context, input: DonorChange): Promise<DonorRow> {
  mustWriteDonors(context.actor)
  const { tx, actor, now } = context
  const held = await loadDonor(context, input.id, { isLocked: true })
  if (held.kind === 'anonymous') throw new Refusal('IDENTITY_LOST')
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { label: held.label } })
  const issues = findDonorIssues({ ...input, kind: held.kind, creditCode: held.creditCode ?? undefined })
  if (issues.length > 0) throw new InvalidInput(issues)
  const identity = identityOf(input)
  await tx.updateTable('charity.donors').set({
    label: labelOf({ kind: held.kind, name: identity.name }), isNamed: input.isNamed, ...sealDonor(context, held.id, identity),
      version: held.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await writeDonorTerms(context, { donorId: held.id, scopeCode: held.scopeCode, terms: termsOfDonor(context, identity, held.creditCode) })
  await recordAudit(context, {
    verb: 'donor.updated', subjectKind: 'donor', subjectId: held.id, scopeCode: held.scopeCode, details: { isNamed: { before: held.isNamed,
      after: input.isNamed } },
  })
  return getDonorRow(context, held.id)
}
