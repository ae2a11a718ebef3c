import { sql } from 'kysely'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { NoGoPair } from '../contract.ts'
import { childLabelOf } from '../rules/words.ts'

/** A no-go pair as the database gives it. */
export type NoGoRecord = Omit<NoGoPair, 'unitCode' | 'childLabel'> & { scopeCode: string; maskedName: string; ageBand: string }

/** Columns of a no-go pair; `n` is the pair, `ch` the child's card. */
export const noGoColumns = sql`n.id, n.scope_code::text as scope_code, n.child_id, ch.masked_name, ch.age_band, n.volunteer_id, n.volunteer_name, n.reason,
  n.set_name, n.set_at`

/** What a no-go pair is joined with. */
export const noGoJoins = sql`join children.published_children ch on ch.city_id = n.city_id and ch.id = n.child_id`

/** A record as it crosses the wire. */
export const noGoOf = ({ scopeCode, maskedName, ageBand, ...rest }: NoGoRecord): NoGoPair =>
  ({ ...rest, unitCode: codeOfScope(scopeCode), childLabel: childLabelOf({ maskedName, ageBand }) })
