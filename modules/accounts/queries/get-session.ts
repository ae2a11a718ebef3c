import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Session } from '../contract.ts'

type OwnGrantRow = Session['grants'][number]

/** Who is signed in. Everyone may see himself. */
export async function getSession(context: Context): Promise<Session> {
  return sessionOf(context)
}

/** The session of a context as the page needs it. */
export async function sessionOf(context: Context): Promise<Session> {
  const { actor, tx } = context
  const { rows: grants } = await sql<OwnGrantRow>`select * from access.list_own_grants()`.execute(tx)
  return {
    person: { id: actor.accountId, name: actor.personName }, unit: { ...actor.unit }, grantId: actor.grantId, roleCode: actor.roleCode,
    grants, permissions: [...actor.permissions].toSorted(), mustChangePassword: actor.mustChangePassword,
  }
}
