import type { Context } from '#platform/http/context.ts'
import { mustWriteDonors } from '../../access.ts'
import type { DonorRow } from '../../contract.ts'
import { openIdentity } from '../row-key.ts'
import { loadDonor } from '../donors/donor-rows.ts'
import { listTwins } from './find-twin-donors.ts'

/** Other records that may be the same person: the same phone or the whole name. Who it is stays masked. */
export async function listTwinsOfDonor(context: Context, input: { id: string }): Promise<{ items: DonorRow[] }> {
  mustWriteDonors(context.actor)
  const { id, kind, wrappedKey, sealedIdentity } = await loadDonor(context, input.id)
  if (kind !== 'person' || wrappedKey === null || sealedIdentity === null) return { items: [] }
  const { name, phone } = openIdentity(context, { id, wrappedKey, sealedIdentity })
  const twins = await listTwins(context, { ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) })
  return { items: twins.filter((twin) => twin.id !== id && twin.kind === 'person') }
}
