import { sql } from 'kysely'
import { anyoneMay } from '#platform/access/permission.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { newSessionToken } from '#platform/http/session-token.ts'
import { briefSession } from '../rules/limits.ts'
import { asStandingPhone, type StandingProof } from './steps/as-standing-phone.ts'

/** Opens a brief session for what a phone does with one, such as reporting harm: nobody must look for a password then. The page ends it. */
export async function resumeSession(context: AnonymousContext, proof: StandingProof): Promise<{ personName: string }> {
  anyoneMay()
  const { request } = context
  const { text, personName } = await asStandingPhone(context, proof, async (opened, cityId) => {
    const token = newSessionToken(cityId)
    const { rows } = await sql<{ opened: boolean }>`
      select access.open_session(${cityId}, ${opened.actor.accountId}::uuid, ${newId()}::uuid, ${token.hash}, ${briefSession.idleSeconds},
        ${briefSession.absoluteSeconds}, ${request.address}, ${request.device}) as opened`.execute(opened.tx)
    if (rows[0]?.opened !== true) throw new Refusal('SIGN_IN_AGAIN')
    await recordAudit(opened, {
      verb: 'session.opened', subjectKind: 'account', subjectId: opened.actor.accountId, details: { deviceId: proof.deviceId },
    })
    return { text: token.text, personName: opened.actor.personName }
  })
  request.setSessionToken(text)
  return { personName }
}
