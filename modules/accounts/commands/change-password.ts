import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { anyoneMay } from '#platform/access/permission.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { isWeakPassword } from '../rules/sign-in-limits.ts'

/** Changes the person's own password; the old one is asked again. */
export async function changePassword(context: Context, input: { oldPassword: string; newPassword: string }): Promise<{ changed: true }> {
  anyoneMay(context.actor)
  const { tx, actor } = context
  const { rows: [own] } = await sql<{ passwordHash: string; signInName: string }>`select * from access.find_own_credential()`.execute(tx)
  if (own === undefined || !await verify(own.passwordHash, input.oldPassword)) throw new Refusal('WRONG_OLD_PASSWORD')
  if (isWeakPassword(input.newPassword, { oldPassword: input.oldPassword, signInName: own.signInName })) throw new Refusal('WEAK_PASSWORD')
  await sql`select access.set_own_password(${await hash(input.newPassword)})`.execute(tx)
  await recordAudit(context, { verb: 'password.changed', subjectKind: 'account', subjectId: actor.accountId })
  return { changed: true }
}
