import { Refusal } from '#platform/contract/refusal.ts'
import { isScopeCode, scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import type { Actor } from './actor.ts'

/** A range of scope codes, 18 digits as text. */
export type ScopeRange = { readonly lo: string; readonly hi: string }

/**
 * The range a list is asked for: the named unit and all below, or everything the actor may see.
 * A unit outside the actor's range is not found; one above it is narrowed to the actor's own range.
 */
export function rangeOf(actor: Actor, unitCode: string | undefined): ScopeRange {
  const own = { lo: actor.scopeLo.padStart(18, '0'), hi: actor.scopeHi.padStart(18, '0') }
  if (unitCode === undefined) return own
  if (!isScopeCode(unitCode)) throw new Refusal('NOT_FOUND')
  const asked = { lo: scopeLo(unitCode), hi: scopeHi(unitCode) }
  if (asked.lo >= own.lo && asked.hi <= own.hi) return asked
  if (asked.lo <= own.lo && asked.hi >= own.hi) return own
  throw new Refusal('NOT_FOUND')
}

/**
 * The range of a unit that is to be written to: the unit must lie in the actor's own range. Nothing is narrowed: who names a unit above
 * would otherwise write over the own one's.
 */
export function ownUnitRange(actor: Actor, unitCode: string): ScopeRange {
  const range = rangeOf(actor, unitCode)
  if (range.lo !== scopeLo(unitCode) || range.hi !== scopeHi(unitCode)) throw new Refusal('NOT_FOUND')
  return range
}
