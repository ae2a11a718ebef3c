import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mayGivePassword } from '../rules/password-help.ts'
import { isAdministrator } from '../rules/roles.ts'
import { listHeldRoles } from './lock-account.ts'

/** Whether the actor is the one who resets this person's password; the page offers it and the command refuses it by the same rule. */
export async function mayGivePasswordTo(context: Context, accountId: string): Promise<boolean> {
  const { actor } = context
  const [roles, officeUnitCodes] = await Promise.all([listHeldRoles(context, accountId), listOfficeUnits(context, accountId)])
  const helper = { unitCode: actor.unit.code, isOffice: actor.permissions.has('password.give'),
    isSecurityAdministrator: actor.permissions.has('account.manage') }
  return mayGivePassword({ helper, isForAdministrator: roles.some(isAdministrator), officeUnitCodes })
}

async function listOfficeUnits({ tx }: Context, accountId: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from access.list_office_units(${accountId}::uuid)`.execute(tx)
  return rows.map((row) => row.code)
}
