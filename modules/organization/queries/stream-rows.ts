import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import type { ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import type { Unit } from '../contract.ts'
import { kindWords, levelWords } from '../rules/unit-words.ts'
import { vacantDays } from '../rules/vacancy.ts'

const rowsOfPage = 500

type Asked = Pick<ListQuery, 'unit'>
type Row = Record<string, unknown>
type UnitRow = { scopeLo: string; level: Unit['level']; kind: Unit['kind']; establishedOn: string | null; closedOn: string | null }
type PostRow = { at: string; id: string; personName: string | null; isFullTime: boolean | null; vacantSince: string | null }

/** Every unit of a range in the order of the tree, as the exported table has it. */
export async function* streamUnits(context: Context, asked: Asked): AsyncGenerator<Row> {
  const { tx, actor } = context
  const { lo, hi } = rangeOf(actor, asked.unit)
  for (let after: string | undefined, isMore = true; isMore;) {
    const { rows } = await sql<Row & UnitRow>`
      select unit.scope_lo, unit.code, above.code as parent_code, above.name as parent, unit.name, unit.short_name, unit.level, unit.kind, unit.division_code,
        (select min(made.happened_on) from organization.unit_changes made
          where made.city_id = ${actor.cityId} and made.unit_id = unit.id and made.change = 'created') as due_on,
        unit.established_on, unit.closed_on, unit.founding_document, unit.address, unit.phone
        from organization.units unit
        left join organization.units above on above.city_id = ${actor.cityId} and above.id = unit.parent_id
       where unit.city_id = ${actor.cityId} and unit.scope_lo between ${lo}::bigint and ${hi}::bigint and unit.scope_lo > ${after ?? '0'}::bigint
       order by unit.scope_lo limit ${rowsOfPage}`.execute(tx)
    for (const { scopeLo, level, kind, ...unit } of rows) {
      after = scopeLo
      const state = unit.closedOn !== null ? '已撤销' : unit.establishedOn === null ? '应建未建' : '已建'
      yield { ...unit, level: levelWords[level], kind: kindWords[kind], state }
    }
    isMore = rows.length === rowsOfPage
  }
}

/** Every open seat of a range with its number and holder, in the order of the tree, as the exported table has it. */
export async function* streamPosts(context: Context, asked: Asked): AsyncGenerator<Row> {
  const { tx, actor, today } = context
  const { lo, hi } = rangeOf(actor, asked.unit)
  for (let after = { at: '0', id: '00000000-0000-0000-0000-000000000000' }, isMore = true; isMore;) {
    const { rows } = await sql<Row & PostRow>`
      select post.scope_code as at, post.id, unit.code as unit_code, unit.name as unit, title.name as title,
        (select count(*)::int from organization.posts earlier where earlier.city_id = ${actor.cityId} and earlier.unit_id = post.unit_id
          and earlier.title_code = post.title_code and earlier.id <= post.id) as seat,
        term.person_name, term.is_full_time, term.from_on, term.due_to_end_on, post.from_on as seat_from_on, post.vacant_since
        from organization.posts post
        join organization.units unit on unit.city_id = ${actor.cityId} and unit.id = post.unit_id
        join organization.post_titles title on title.code = post.title_code
        left join organization.terms term on term.city_id = ${actor.cityId} and term.post_id = post.id and term.until_on is null
       where post.city_id = ${actor.cityId} and post.scope_code between ${lo}::bigint and ${hi}::bigint and post.closed_on is null
         and (post.scope_code, post.id) > (${after.at}::bigint, ${after.id}::uuid)
       order by post.scope_code, post.id limit ${rowsOfPage}`.execute(tx)
    for (const { at, id, personName, isFullTime, ...post } of rows) {
      after = { at, id }
      const workingTime = isFullTime === null ? '' : isFullTime ? '专职' : '兼职'
      yield { ...post, personName: personName ?? '（空缺）', workingTime, vacantDays: vacantDays(post.vacantSince, today) }
    }
    isMore = rows.length === rowsOfPage
  }
}
