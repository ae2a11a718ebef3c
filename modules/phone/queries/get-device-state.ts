import { anyoneMay } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import { statesPerMinute } from '../rules/limits.ts'
import { readKeyId } from './steps/sealing-pair.ts'

const asked = new RateLimit(statesPerMinute)

/** Whether a phone was cut off, for a page that is locked and cannot prove which phone it is. Nothing else is told, and nothing of a phone that is none. */
export async function getDeviceState({ pool, request, now }: AnonymousContext, input: { id: string; keyId: string }): Promise<{ isCutOff: boolean }> {
  anyoneMay()
  if (!asked.allows(request.address, now.getTime())) throw new Refusal('RATE_LIMITED')
  const place = readKeyId(input.keyId)
  if (place === undefined) return { isCutOff: false }
  const { rows } = await pool.query<{ isCutOff: boolean }>('select access.is_phone_cut_off($1, $2) as "isCutOff"', [place.cityId, input.id])
  return { isCutOff: rows[0]?.isCutOff === true }
}
