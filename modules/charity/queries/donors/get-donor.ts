import type { Context } from '#platform/http/context.ts'
import { mayInCharity, mustReadDonors } from '../../access.ts'
import type { Donor } from '../../contract.ts'
import { findMergedInto, getDonorRow } from './donor-rows.ts'

/** One donor, masked, with what the caller may do. */
export async function getDonor(context: Context, input: { id: string }): Promise<Donor> {
  mustReadDonors(context.actor)
  const row = await getDonorRow(context, input.id)
  const mergedInto = await findMergedInto(context, row.id)
  const mayWrite = mayInCharity(context.actor, 'donor.write') && mergedInto === null
  const isSomebody = row.kind !== 'anonymous' && mergedInto === null
  return { ...row, mergedInto, may: { open: isSomebody && mayInCharity(context.actor, 'donor.open'), update: isSomebody && mayWrite,
    give: mayInCharity(context.actor, 'gift.write') && mergedInto === null, merge: mayWrite && row.kind === 'person' } }
}
