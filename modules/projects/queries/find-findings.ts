import { sql } from 'kysely'
import { findRelations } from '#modules/duties/index.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import type { AccountProblem, FindingCode, Relation } from '../contract.ts'
import { findFindings } from '../rules/findings.ts'
import { openPayee, type RowKey } from './row-key.ts'

type Asked = RowKey & {
  amountFen: number; peopleCount: number; hasChild: boolean; accountProblem: AccountProblem | null; relation: Relation; sealedPayee: Buffer | null
  mostFen: number | null; mostPerYear: number | null; needsChild: boolean | null; sameKindCount: number; sameChildCount: number; hasOtherPayer: boolean
  sameAccountCount: number
}

/** What the checks find about these awards, by id: within what the actor sees, by the criteria of the day of the application. */
export async function findFindingsOf(context: Context, ids: readonly string[]): Promise<Map<string, FindingCode[]>> {
  if (ids.length === 0) return new Map()
  const rows = await readAsked(context, ids)
  const names = new Map(rows.map((row) => [row.id, cleanName(openPayee(context, row, row.sealedPayee)?.name ?? '')]))
  const asked = [...new Set(names.values())].filter((name) => name !== '')
  const staff = await findStaffNames(context, asked)
  const related = new Set((await findRelations(context, { names: asked })).map(({ name }) => name))
  return new Map(rows.map(({ mostFen, mostPerYear, needsChild, ...row }) => [row.id, findFindings({
    ...row, isStaffName: staff.has(names.get(row.id) ?? ''), isRelated: related.has(names.get(row.id) ?? ''),
    kind: { mostFen: mostFen ?? 0, mostPerYear: mostPerYear ?? 0, needsChild: needsChild ?? true },
  })]))
}

async function readAsked({ tx, actor }: Context, ids: readonly string[]): Promise<Asked[]> {
  const { cityId } = actor
  const { rows } = await sql<Asked>`
    select r.id, r.wrapped_key, r.sealed_payee, r.amount_fen::float8 as amount_fen, r.people_count, r.child_id is not null as has_child, r.account_problem,
      r.relation,
      k.most_fen::float8 as most_fen, k.most_per_year, k.needs_child, coalesce(c.same_kind, 0)::int as same_kind_count, coalesce(c.same_child,
        0)::int as same_child_count,
      exists (select 1 from aid.published_shares s join children.published_records other on other.city_id = ${cityId} and other.record_id = s.child_id
        where s.city_id = ${cityId} and other.child_id = own.child_id and s.payer_kind <> 'charity'
          and extract(year from s.given_on) = extract(year from r.applied_on)) as has_other_payer,
      (select count(*) from projects.awards b where b.city_id = ${cityId} and b.account_term = r.account_term and b.id <> r.id
        and b.status not in ('declined', 'withdrawn') and extract(year from b.applied_on) = extract(year from r.applied_on))::int as same_account_count
      from projects.awards r
      left join projects.award_kinds k on k.code = r.kind and k.valid_from <= r.applied_on and (k.valid_until is null or k.valid_until >= r.applied_on)
      left join children.published_records own on own.city_id = ${cityId} and own.record_id = r.child_id
      left join lateral (select count(*) filter (where b.kind = r.kind) as same_kind, count(*) as same_child
        from projects.awards b join children.published_records other on other.city_id = ${cityId} and other.record_id = b.child_id
        where b.city_id = ${cityId} and other.child_id = own.child_id and b.id <> r.id and b.status not in ('declined', 'withdrawn')
          and extract(year from b.applied_on) = extract(year from r.applied_on)) c on true
     where r.city_id = ${cityId} and r.id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** Which of these names somebody with an account here has. */
async function findStaffNames({ tx, actor }: Context, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const { rows } = await sql<{ name: string }>`select distinct a.person_name as name from accounts.published_accounts a
    where a.city_id = ${actor.cityId} and a.status <> 'closed' and a.person_name = any (${[...names]}::text[])`.execute(tx)
  return new Set(rows.map(({ name }) => name))
}
