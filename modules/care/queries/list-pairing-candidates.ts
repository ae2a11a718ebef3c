import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustManagePairings } from '../access.ts'
import { distances, type careContract, type PairingCandidate, type PairingWishes } from '../contract.ts'
import { findPairingObstacle, loadOn, type Days, type PairingFacts } from '../rules/pairing.ts'
import { distanceOf, fitOf } from '../rules/wishes.ts'
import { pairingObstacleWords } from '../rules/words.ts'
import { ofVisible } from './case-rows.ts'
import { consentHolds } from './closing/child-registered.ts'

type Input = z.output<NonNullable<(typeof careContract.listPairingCandidates)['~orpc']['inputSchema']>>
type Candidate = z.infer<typeof PairingCandidate>
type CaseRecord = {
  scopeCode: string; wishes: PairingWishes; siblingVolunteers: string[]; status: 'open' | 'closed'; openedOn: string
  hasConsent: boolean; ofCase: PairingFacts['ofCase']
}
type VolunteerRecord = {
  id: string; name: string; scopeCode: string; unitName: string; status: 'active' | 'resting' | 'left'; capacity: number
  clearanceResult: string | null; clearanceOn: string | null; clearanceUntil: string | null; healthLimits: string[]; sex: 'male' | 'female'
  skills: string[]; days: Days[]
}

/** Volunteers looked at for one dialog: those of a town and its villages are rarely more. */
const mostLookedAt = 300

/**
 * Volunteers of the actor's range for a case: whoever may be paired first, then the others with the reason. Among them whoever goes to a brother or
 * sister stands first, then whoever meets the wishes, then the nearest.
 * The same rule refuses a pairing, so that nobody is offered in vain.
 */
export async function listPairingCandidates(context: Context, input: Input): Promise<{ items: Candidate[]; next: null; total: number }> {
  mustManagePairings(context.actor)
  const [child, volunteers] = await Promise.all([loadCase(context, input.id), loadVolunteers(context, input)])
  if (child === undefined) throw new Refusal('NOT_FOUND')
  const wished = { fromOn: input.fromOn ?? context.today, untilOn: input.untilOn ?? null, role: input.role }
  const found = volunteers.map((volunteer) => candidateOf(volunteer, { child, wished }))
  found.sort((one, other) => Number(one.obstacle !== null) - Number(other.obstacle !== null) || other.siblings - one.siblings
    || one.lacks.length - other.lacks.length || distances.indexOf(one.distance) - distances.indexOf(other.distance) || one.load - other.load)
  return { items: found.slice(0, input.limit), next: null, total: found.length }
}

async function loadCase(context: Context, id: string): Promise<CaseRecord | undefined> {
  const { rows } = await sql<CaseRecord>`
    select lpad(c.scope_code::text, 18, '0') as scope_code, c.status, c.opened_on, ${consentHolds} as has_consent,
      json_build_object('sex', c.wished_sex, 'languages', c.wished_languages, 'skills', c.wished_skills) as wishes,
      (select coalesce(json_agg(p.volunteer_id), '[]') from children.published_households own
         join children.published_households other on other.city_id = own.city_id and other.household_id = own.household_id and other.id <> own.id
         join care.pairings p on p.city_id = other.city_id and p.child_id = other.id
        where own.city_id = c.city_id and own.id = c.child_id and p.from_on <= ${context.today}::date
          and (p.until_on is null or p.until_on >= ${context.today}::date)) as sibling_volunteers,
      (select coalesce(
        json_agg(json_build_object('volunteerId', p.volunteer_id, 'name', p.volunteer_name, 'role', p.role, 'fromOn', p.from_on, 'untilOn', p.until_on)), '[]'
      )
         from care.pairings p where p.city_id = c.city_id and p.case_id = c.id) as of_case
      from care.cases c where c.city_id = ${context.actor.cityId} and c.id = ${id}${ofVisible(context)}`.execute(context.tx)
  return rows[0]
}

async function loadVolunteers({ tx, actor }: Context, input: Input): Promise<VolunteerRecord[]> {
  const { lo, hi } = rangeOf(actor, input.unit)
  const named = input.q === undefined || input.q.trim() === '' ? sql`` : sql` and strpos(v.name, ${input.q.trim()}) > 0`
  const { rows } = await sql<VolunteerRecord>`
    with found as (
      select v.id, v.name, v.scope_code, v.unit_id, v.sex, v.skills, v.status, v.capacity, v.clearance_result, v.clearance_on, v.clearance_until,
             v.health_limits
        from volunteers.published_volunteers v
       where v.city_id = ${actor.cityId} and v.scope_code >= ${lo}::bigint and v.scope_code <= ${hi}::bigint and v.status <> 'left'${named}
       order by v.capacity > 0 desc, v.clearance_until desc nulls last, v.id limit ${mostLookedAt})
    select f.id, f.name, f.scope_code::text as scope_code, u.name as unit_name, f.status, f.capacity, f.clearance_result, f.clearance_on, f.clearance_until,
      f.health_limits, f.sex, f.skills, coalesce(d.days, '[]') as days
      from found f
      join organization.published_units u on u.city_id = ${actor.cityId} and u.id = f.unit_id
      left join (select l.volunteer_id, json_agg(json_build_object('fromOn', l.from_on, 'untilOn', l.until_on)) as days
                   from access.list_pairing_days((select array_agg(id) from found)) l group by l.volunteer_id) d on d.volunteer_id = f.id`.execute(tx)
  return rows
}

function candidateOf(record: VolunteerRecord, { child, wished }: { child: CaseRecord; wished: PairingFacts['wished'] }): Candidate {
  const { days, scopeCode, clearanceResult, clearanceOn, status, sex, skills, ...rest } = record
  const clearance = clearanceResult === null || clearanceOn === null ? null : { validFrom: clearanceOn, validUntil: record.clearanceUntil }
  const obstacle = findPairingObstacle({
    child, wished, volunteer: { id: record.id, status, capacity: record.capacity, clearance }, ofCase: child.ofCase, ofVolunteer: days,
  })
  return {
    ...rest, volunteerId: record.id, unitCode: codeOfScope(scopeCode), load: loadOn(days, wished.fromOn),
    distance: distanceOf(child.scopeCode, scopeCode.padStart(18, '0')), ...fitOf(child.wishes, { sex, skills }),
    siblings: child.siblingVolunteers.filter((id) => id === record.id).length,
    obstacle: obstacle === undefined ? null : pairingObstacleWords(obstacle),
  }
}
