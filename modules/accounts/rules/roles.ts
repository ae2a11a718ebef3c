/** The three administrators: three people, and none does another's work or any business. */
export const administratorRoles: readonly string[] = ['system-admin', 'security-admin', 'audit-admin']

/** Most people who may hold an administrator role at a time: the administrator and one deputy. */
export const mostAdministrators = 2

/** Whether a role is one of the three administrators. */
export const isAdministrator = (roleCode: string): boolean => administratorRoles.includes(roleCode)

/** The role already held that forbids the new one; undefined when none does. An administrator holds nothing else. */
export function findExclusion(roleCode: string, held: readonly string[]): string | undefined {
  return held.find((other) => other !== roleCode && (isAdministrator(roleCode) || isAdministrator(other)))
}

/** What a grant would be. */
export type WantedGrant = { roleCode: string; unitLevel: string; heldRoles: readonly string[]; holders: number }
/** Why a role cannot be granted. */
export type GrantObstacle = 'ROLE_EXCLUDES' | 'ADMINISTRATOR_UNIT' | 'TOO_MANY_HOLDERS'

/** Why a role cannot be granted; undefined when it can. */
export function findGrantObstacle(wanted: WantedGrant): GrantObstacle | undefined {
  if (findExclusion(wanted.roleCode, wanted.heldRoles) !== undefined) return 'ROLE_EXCLUDES'
  if (!isAdministrator(wanted.roleCode)) return undefined
  if (wanted.unitLevel !== 'city') return 'ADMINISTRATOR_UNIT'
  return wanted.holders >= mostAdministrators ? 'TOO_MANY_HOLDERS' : undefined
}
