import type { Invariant } from '#platform/jobs/invariants.ts'

/** What holds of sessions. */
export const invariants: readonly Invariant[] = [
  {
    name: 'acting-agrees-with-registers', sentence: '登录记住的身份、单位和权限与登记的一致',
    sql: `select id::text as id from access.list_stale_acting($1) as id`,
  },
]
