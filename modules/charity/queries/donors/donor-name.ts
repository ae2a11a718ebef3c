import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { DonorIdentity } from '../../contract.ts'
import { openIdentity } from '../row-key.ts'
import { loadDonor, type HeldDonor } from './donor-rows.ts'

/** Who a donor is, for a paper that goes to the donor: opened on record. An anonymous one stays so. */
export async function openForPaper(context: Context, donorId: string): Promise<{ donor: HeldDonor; identity: DonorIdentity }> {
  const donor = await loadDonor(context, donorId)
  const { id, scopeCode, wrappedKey, sealedIdentity } = donor
  if (wrappedKey === null || sealedIdentity === null) return { donor, identity: { name: '爱心人士', phone: '', address: '', contactName: '' } }
  await recordAudit(context, { verb: 'donor.read', subjectKind: 'donor', subjectId: id, scopeCode })
  return { donor, identity: openIdentity(context, { id, wrappedKey, sealedIdentity }) }
}
