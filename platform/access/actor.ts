/** Who is acting, for which unit, with which rights: resolved by the database at the start of a request. */
export type Actor = {
  readonly accountId: string
  readonly personName: string
  /** The volunteer this account belongs to; null for staff. */
  readonly volunteerId: string | null
  readonly cityId: number
  readonly sessionId: string
  readonly grantId: string
  readonly roleCode: string
  readonly unit: { readonly id: string; readonly code: string; readonly name: string; readonly level: string; readonly kind: string }
  /** First and last scope code the actor may see, 18 digits as text: larger than a safe number. */
  readonly scopeLo: string
  readonly scopeHi: string
  readonly permissions: ReadonlySet<string>
  /** The password was given by someone else: nothing but changing it is allowed. */
  readonly mustChangePassword: boolean
}

/** The row that `access.app_begin` returns; permissions joined by commas, null where no role gives any. */
export type ActorRow = {
  account_id: string; person_name: string; volunteer_id: string | null; session_id: string; grant_id: string; role_code: string
  unit_id: string; unit_code: string; unit_name: string; unit_level: string; unit_kind: string
  scope_lo: string; scope_hi: string; permissions: string | null; must_change: boolean
}

/** Makes the actor of a request from the database's answer. */
export function actorFromRow(cityId: number, row: ActorRow): Actor {
  return {
    accountId: row.account_id, personName: row.person_name, volunteerId: row.volunteer_id, cityId,
    sessionId: row.session_id, grantId: row.grant_id, roleCode: row.role_code,
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name, level: row.unit_level, kind: row.unit_kind },
    scopeLo: row.scope_lo, scopeHi: row.scope_hi, permissions: permissionsIn(row.permissions ?? ''), mustChangePassword: row.must_change,
  }
}

/** Sets by the text they were read from: a few dozen roles and pairs of roles, asked for with every request. */
const known = new Map<string, ReadonlySet<string>>()

function permissionsIn(list: string): ReadonlySet<string> {
  let set = known.get(list)
  if (set === undefined) {
    set = new Set(list.split(',').filter((permission) => permission !== ''))
    if (known.size < 1000) known.set(list, set)
  }
  return set
}
