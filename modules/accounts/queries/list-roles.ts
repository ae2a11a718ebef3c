import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import { anyoneMay } from '#platform/access/permission.ts'
import type { Role } from '../contract.ts'
import { namePermissions } from '../rules/permission-names.ts'

/** Every role and what it may do: no secret to anybody who signs in. */
export async function listRoles(context: Context): Promise<{ items: z.infer<typeof Role>[] }> {
  anyoneMay(context.actor)
  const { tx } = context
  const [roles, given] = await Promise.all([
    tx.selectFrom('accounts.roles').select(['code', 'name', 'description', 'isAdministrator']).orderBy('sortOrder').execute(),
    tx.selectFrom('accounts.rolePermissions').select(['roleCode', 'permission']).orderBy('permission').execute(),
  ])
  return { items: roles.map((role) => ({
    ...role, permissions: namePermissions(given.filter(({ roleCode }) => roleCode === role.code).map(({ permission }) => permission)) })) }
}
