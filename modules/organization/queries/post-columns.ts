import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Post, Term } from '../contract.ts'
import { vacantDays } from '../rules/vacancy.ts'

type TermOut = z.infer<typeof Term>

/** Columns of a term as it crosses the wire. */
export const termColumns = [
  'term.id', 'term.personName', 'term.accountId', 'term.volunteerId', 'term.fromOn', 'term.dueToEndOn', 'term.untilOn', 'term.isFullTime',
    'term.ending', 'term.version',
] as const

/** Posts with unit, title and present holder; filters, order and page are the caller's. */
export function selectPosts({ tx, actor }: Context) {
  return tx.selectFrom('organization.posts as post')
    .innerJoin('organization.units as unit', (join) => join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'post.unitId'))
    .innerJoin('organization.postTitles as title', 'title.code', 'post.titleCode')
    .leftJoin('organization.terms as term', (join) => join.on('term.cityId', '=', actor.cityId).onRef('term.postId', '=', 'post.id')
      .on('term.untilOn', 'is', null))
    .select(['post.id', 'post.scopeCode', 'post.unitId', 'unit.name as unitName', 'post.titleCode', 'title.name as titleName', 'post.fromOn', 'post.closedOn',
      'post.vacantSince', 'post.version'])
    .select(['term.id as termId', 'term.personName', 'term.accountId', 'term.volunteerId', 'term.fromOn as heldFromOn', 'term.dueToEndOn', 'term.isFullTime',
      'term.version as termVersion'])
    .where('post.cityId', '=', actor.cityId)
}

type PostRow = {
  id: string; scopeCode: string; unitId: string; unitName: string; titleCode: string; titleName: string; fromOn: string; closedOn: string | null
  vacantSince: string | null; version: number; termId: string | null; personName: string | null; accountId: string | null; volunteerId: string | null
  heldFromOn: string | null; dueToEndOn: string | null; isFullTime: boolean | null; termVersion: number | null
}

/** A row as it crosses the wire. */
export function postOf(row: PostRow, today: LocalDate): Post {
  const { id, unitId, unitName, titleCode, titleName, fromOn, closedOn, vacantSince, version } = row
  return {
    id, unitCode: codeOfScope(row.scopeCode), unitId, unitName, titleCode, titleName, fromOn, closedOn, vacantSince, version,
    vacantDays: closedOn === null ? vacantDays(vacantSince, today) : null, holder: holderOf(row),
  }
}

function holderOf(row: PostRow): Post['holder'] {
  if (row.termId === null) return null
  return {
    id: row.termId, personName: row.personName ?? '', accountId: row.accountId, volunteerId: row.volunteerId, fromOn: row.heldFromOn ?? '',
      dueToEndOn: row.dueToEndOn,
    untilOn: null, isFullTime: row.isFullTime ?? false, ending: null, version: row.termVersion ?? 1,
  }
}

/** A term as it crosses the wire. */
export function termOf(row: Omit<TermOut, 'ending'> & { ending: string | null }): TermOut {
  return { ...row, ending: row.ending as TermOut['ending'] }
}
