import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustOpenDonors } from '../../access.ts'
import type { DonorIdentity } from '../../contract.ts'
import { loadDonor } from '../../queries/donors/donor-rows.ts'
import { openIdentity } from '../../queries/row-key.ts'

/** Opens name and contact of a donor, on record. */
export async function openDonor(context: Context, input: { id: string }): Promise<DonorIdentity> {
  mustOpenDonors(context.actor)
  const { id, scopeCode, wrappedKey, sealedIdentity } = await loadDonor(context, input.id)
  if (wrappedKey === null || sealedIdentity === null) throw new Refusal('IDENTITY_LOST')
  await recordAudit(context, { verb: 'donor.read', subjectKind: 'donor', subjectId: id, scopeCode })
  return openIdentity(context, { id, wrappedKey, sealedIdentity })
}
