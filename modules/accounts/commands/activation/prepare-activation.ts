import { createHash, randomInt } from 'node:crypto'
import type { Ground } from '#platform/http/bind.ts'
import { administratorRoles } from '../../rules/roles.ts'

/** An activation code as it is printed at the server, once. */
export type ActivationCode = { role: string; roleName: string; code: string }

const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code of 100 bits in four groups that can be read out. */
export function makeActivationCode(): string {
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')).join('-')
}

/** How a code is kept and looked up: signs alone, in capitals. It is too long to be guessed, so a plain hash will do. */
export function hashActivationCode(code: string): Buffer {
  return createHash('sha256').update(code.toUpperCase().replace(/[^A-Z0-9]/g, '')).digest()
}

/**
 * Makes new codes for the administrators that an installation still lacks, and returns them for printing; codes printed before no longer
 * hold. Without a city: all who have not used theirs. With one: those whose code was issued and is waiting; none for the demo.
 */
export async function prepareActivation(ground: Ground): Promise<ActivationCode[]> {
  const { rows } = await ground.pool.query<{ city_id: number; role_code: string; used_at: Date | null }>(
    'select city_id, role_code, used_at from access.list_activations()')
  const cities = await ground.pool.query<{ city_id: number }>('select city_id from access.list_cities()')
  const waiting = cities.rows.length === 0
    ? administratorRoles.map((role) => ({ cityId: 0, role })).filter(({ role }) => !rows.some((row) => row.role_code === role && row.used_at !== null))
    : rows.filter((row) => row.used_at === null).map((row) => ({ cityId: row.city_id, role: row.role_code }))
  const codes: ActivationCode[] = []
  for (const { cityId, role } of waiting) {
    const code = makeActivationCode()
    const issued = await ground.pool.query<{ issued: boolean }>('select access.issue_activation($1, $2, $3) as issued',
      [cityId, role, hashActivationCode(code)])
    if (issued.rows[0]?.issued === true) codes.push({ role, roleName: roleNames[role] ?? role, code })
  }
  return codes
}

const roleNames: Record<string, string> = { 'system-admin': '系统管理员', 'security-admin': '安全管理员', 'audit-admin': '审计管理员' }
