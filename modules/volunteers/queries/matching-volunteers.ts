import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { blindTerm } from '#platform/crypto/blind-index.ts'
import { queryTerms } from '#platform/crypto/query-terms.ts'
import { termText } from '#platform/crypto/search-terms.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import type { VolunteerFilters } from '../contract.ts'
import { daysOfNotice } from '../rules/clearance.ts'

/** What a list or an export is narrowed by. */
export type Narrowing = z.output<typeof VolunteerFilters> & { unit?: string | undefined; q?: string | undefined }

/** The volunteers of a range that fit the filters, without order or page. */
export function matchingVolunteers(context: Context, input: Narrowing) {
  const { tx, actor } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  let rows = tx.selectFrom('volunteers.volunteers as v').where('v.cityId', '=', actor.cityId).where('v.scopeCode', '>=', lo).where('v.scopeCode', '<=', hi)
  rows = input.status === undefined ? rows.where('v.status', 'not in', ['merged', 'withdrawn']) : rows.where('v.status', '=', input.status)
  const { category, skill, role } = input
  if (category !== undefined) rows = rows.where(sql<boolean>`v.categories @> array[${category}]::text[]`)
  if (skill !== undefined && skill !== '') rows = rows.where(sql<boolean>`v.skills @> array[${skill}]::text[]`)
  if (role !== undefined) rows = rows.where(sql<boolean>`v.service_roles @> array[${role}]::text[]`)
  if (input.clearance !== undefined) rows = byClearance(rows, context, input.clearance)
  if (input.q !== undefined && input.q.trim() !== '') rows = bySearch(rows, context, { text: input.q, lo, hi })
  return rows
}

type Rows = ReturnType<typeof registerRows>

function registerRows({ tx, actor }: Context) {
  return tx.selectFrom('volunteers.volunteers as v').where('v.cityId', '=', actor.cityId)
}

/** The same borders as rules/clearance.ts, as the database compares them. */
function byClearance(rows: Rows, { today }: Context, state: NonNullable<Narrowing['clearance']>): Rows {
  if (state === 'none') return rows.where('v.clearanceResult', 'is', null)
  if (state === 'found' || state === 'pending') return rows.where('v.clearanceResult', '=', state)
  const clear = rows.where('v.clearanceResult', '=', 'clear')
  if (state === 'expired') return clear.where('v.clearanceUntil', '<', today)
  const soon = addDays(today, daysOfNotice)
  return state === 'valid' ? clear.where('v.clearanceUntil', '>', soon) : clear.where('v.clearanceUntil', '>=', today).where('v.clearanceUntil', '<=', soon)
}

/** Rows that have every term of the question; none when there is nothing one could search by. */
function bySearch(rows: Rows, { tx, actor, installation }: Context, { text, lo, hi }: { text: string; lo: string; hi: string }): Rows {
  const terms = queryTerms(text)
  if (terms.length === 0) return rows.where('v.id', 'is', null)
  return terms.reduce((narrowed, term) => (term.kind === 'id'
    ? narrowed.where('v.idHash', '=', blindTerm(installation.masterKeys.searchKey, term))
    : narrowed.where('v.id', 'in', tx.selectFrom('volunteers.searchTerms as t').select('t.volunteerId').where('t.cityId', '=', actor.cityId)
      .where('t.term', '=', termText(term)).where('t.scopeCode', '>=', lo).where('t.scopeCode', '<=', hi))), rows)
}
