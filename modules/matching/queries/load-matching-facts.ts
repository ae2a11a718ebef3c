import { sql } from 'kysely'
import type { ScopeRange } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import type { Weights } from '../contract.ts'
import type { FreeVolunteer, MatchingFacts, WaitingChild } from '../rules/facts.ts'
import { leastClearedDays } from '#modules/care/index.ts'
import { childLabelOf } from '../rules/words.ts'

type CaseRecord = Omit<WaitingChild, 'label' | 'wishes' | 'barred'> & {
  maskedName: string; ageBand: string; wishedSex: 'male' | 'female' | null; wishedLanguages: string[]; wishedSkills: string[]; barred: string[] | null
}

/**
 * Everything a round looks at: open cases of the range without a primary volunteer, and volunteers of the range with free places. A no-go pair of one
 * record of a child bars all its records.
 */
export async function loadMatchingFacts(context: Context, range: ScopeRange, weights: Weights): Promise<MatchingFacts> {
  const [children, volunteers] = [await loadChildren(context, range), await loadVolunteers(context, range)]
  return { children, volunteers, weights }
}

async function loadChildren({ tx, actor, today }: Context, { lo, hi }: ScopeRange): Promise<WaitingChild[]> {
  const { rows } = await sql<CaseRecord>`
    with apart as (
      select r.child_id, array_agg(n.volunteer_id::text) as volunteer_ids
        from matching.no_go_pairs n join children.published_records r on r.city_id = n.city_id and r.record_id = n.child_id
       where n.city_id = ${actor.cityId} group by r.child_id)
    select c.id as case_id, c.child_id, h.household_id, lpad(c.scope_code::text, 18, '0') as scope_code, u.name as unit_name, c.colour,
        ch.masked_name, ch.age_band, w.wished_sex, w.wished_languages, w.wished_skills,
        (select array_agg(p.volunteer_id::text) from care.published_pairings p
          where p.city_id = c.city_id and p.case_id = c.id and (p.until_on is null or p.until_on >= ${today}::date))
        || apart.volunteer_ids as barred
      from care.published_cases c
      join children.published_children ch on ch.city_id = c.city_id and ch.id = c.child_id and ch.has_service_consent
        and ch.status in ('registered', 'merged')
      join children.published_records own on own.city_id = c.city_id and own.record_id = c.child_id
      left join apart on apart.child_id = own.child_id
      join children.published_households h on h.city_id = c.city_id and h.id = c.child_id
      join care.published_wishes w on w.city_id = c.city_id and w.case_id = c.id
      join organization.published_units u on u.city_id = c.city_id and u.id = c.unit_id
     where c.city_id = ${actor.cityId} and c.status = 'open' and c.scope_code >= ${lo}::bigint and c.scope_code <= ${hi}::bigint
       and not exists (select 1 from care.published_pairings p where p.city_id = c.city_id and p.case_id = c.id and p.role = 'primary'
                          and (p.until_on is null or p.until_on >= ${today}::date))
     order by c.id`.execute(tx)
  return rows.map(({ maskedName, ageBand, wishedSex, wishedLanguages, wishedSkills, barred, ...rest }) => ({
    ...rest, label: childLabelOf({ maskedName, ageBand }), barred: new Set(barred ?? []),
    wishes: { sex: wishedSex, languages: wishedLanguages, skills: wishedSkills },
  }))
}

async function loadVolunteers({ tx, actor, today }: Context, { lo, hi }: ScopeRange): Promise<FreeVolunteer[]> {
  const { rows } = await sql<FreeVolunteer>`
    with found as (
      select v.id, v.name, v.scope_code, v.unit_id, v.sex, v.skills, v.capacity
        from volunteers.published_volunteers v
       where v.city_id = ${actor.cityId} and v.scope_code >= ${lo}::bigint and v.scope_code <= ${hi}::bigint and v.status = 'active' and v.capacity > 0
         and v.clearance_on <= ${today}::date and v.clearance_until >= ${addDays(today, leastClearedDays)}::date)
    select f.id, f.name, lpad(f.scope_code::text, 18, '0') as scope_code, u.name as unit_name, f.sex, f.skills, f.capacity, coalesce(d.load, 0) as load
      from found f
      join organization.published_units u on u.city_id = ${actor.cityId} and u.id = f.unit_id
      left join (select l.volunteer_id, count(*)::int as load from access.list_pairing_days((select array_agg(id) from found)) l
                  where l.until_on is null or l.until_on >= ${today}::date group by l.volunteer_id) d on d.volunteer_id = f.id
     where coalesce(d.load, 0) < f.capacity
     order by f.id`.execute(tx)
  return rows
}
