import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { hashToken, newToken } from '#platform/crypto/secrets.ts'
import type { Context } from '#platform/http/context.ts'
import { mustEnrolDevices } from '../access.ts'
import type { Enrolment } from '../contract.ts'
import { findHelpPhone, findLimits } from '../queries/steps/keeping.ts'
import { getSealingKey } from '../queries/steps/sealing-pair.ts'
import { mostDevices } from '../rules/limits.ts'

/** Makes a phone of the caller known. Its secret is told this once; only the hash is kept. */
export async function enrolDevice(context: Context, input: { name: string; platform: string }): Promise<Enrolment> {
  const { tx, actor, now } = context
  mustEnrolDevices(actor)
  if (await countOwnInUse(context) >= mostDevices) throw new Refusal('TOO_MANY_DEVICES', { most: mostDevices })
  const id = newId()
  const secret = newToken()
  await tx.insertInto('phone.devices').values({
    cityId: actor.cityId, id, scopeCode: actor.scopeLo, unitId: actor.unit.id, accountId: actor.accountId, personName: actor.personName,
    grantId: actor.grantId, name: input.name, platform: input.platform, secretHash: hashToken(secret), sessionId: actor.sessionId,
    enrolledAt: now, lastSeenAt: now,
  }).execute()
  await recordAudit(context, { verb: 'phone.enrolled', subjectKind: 'device', subjectId: id, details: { platform: input.platform } })
  const [sealingKey, { keptDays, wrongPins }, office] = [await getSealingKey(context), await findLimits(context), await findHelpPhone(context)]
  return { deviceId: id, deviceSecret: secret, sealingKey, keeping: { keptDays, wrongPins }, office }
}

async function countOwnInUse({ tx, actor }: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from phone.devices
    where city_id = ${actor.cityId} and account_id = ${actor.accountId} and cut_off_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}
