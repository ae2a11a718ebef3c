import { actorFromRow, type ActorRow } from '#platform/access/actor.ts'
import { hashToken } from '#platform/crypto/secrets.ts'
import { runInTransaction } from '#platform/database/transaction.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import type { OfPhone } from './of-phone.ts'

type PhoneRow = Omit<ActorRow, 'permissions'> & { permissions: string[]; device_name: string; stands: boolean; cut_off_at: Date | null }
/** A phone as it names itself: by its secret. */
export type PhoneProof = { deviceId: string; deviceSecret: string }

/** Opens a transaction as the account that enrolled the phone; undefined when the secret is not the phone's. */
export async function asPhone<T>(
  { pool, ...rest }: AnonymousContext, { cityId, deviceId, deviceSecret }: PhoneProof & { cityId: number }, work: (phone: OfPhone) => Promise<T>,
): Promise<T | undefined> {
  const begin = { name: 'begin_phone', text: 'select * from access.begin_phone($1, $2, $3)', values: [cityId, deviceId, hashToken(deviceSecret)] }
  return runInTransaction<PhoneRow, T | undefined>(pool, begin, async (tx, [row]) => {
    if (row === undefined) return undefined
    const context = { ...rest, tx, actor: actorFromRow(cityId, { ...row, permissions: row.permissions.join(',') }) }
    return work({ context, deviceId, stands: row.stands, cutOffAt: row.cut_off_at })
  })
}
