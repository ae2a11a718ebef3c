import type pg from 'pg'
import { keyOf, openIdentity, type SealedIdentity } from '#modules/children/queries/steps/identity.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { When } from '../../rules/protection/moments.ts'
import { randomFrom, shuffled } from '../../rules/random.ts'
import type { Act } from '../acting/let-act.ts'
import type { LoadFrame } from '../frame.ts'

/** Somebody of the demo who signs in, and the range in which the person acts. */
export type Member = { name: string; accountId: string; volunteerId: string | null; role: string; unitId: string; lo: string; hi: string }
/** A child among those one may choose from. */
export type Candidate = { id: string; unitId: string; scopeCode: string; ageBand: string; knownOn: LocalDate }
/** What the parts of protection stand on: the database, who acts, and the children chosen before. */
export type Stage = {
  client: pg.Client
  frame: LoadFrame
  act: Act
  members: ReadonlyMap<string, Member>
  chosen: Map<string, number>
  /** Who was found for each person; the children of a range stay the same while the demo is loaded. */
  found: Map<string, Candidate[]>
}

/** Everybody who signs in, under the first right. */
export async function readMembers(client: pg.Client, { cityId }: LoadFrame): Promise<Map<string, Member>> {
  const { rows } = await client.query<Member>(`
    select distinct on (a.sign_in_name) a.sign_in_name as name, a.id as "accountId", a.volunteer_id as "volunteerId", g.role_code as role, u.id as "unitId",
           lpad(u.scope_lo::text, 18, '0') as lo, lpad(u.scope_hi::text, 18, '0') as hi
      from accounts.accounts a join accounts.grants g on g.city_id = $1 and g.account_id = a.id join organization.units u on u.city_id = $1 and u.id = g.unit_id
     where a.city_id = $1 order by a.sign_in_name, g.id`, [cityId])
  return new Map(rows.map((row) => [row.name, row]))
}

/** Whether somebody's range holds a unit. */
export const covers = (member: Member, scopeCode: string): boolean => member.lo <= scopeCode && scopeCode <= member.hi

/** Who of a role is nearest above a unit, or at it. */
export const nearest = ({ members }: Stage, role: string, scopeCode: string): Member | undefined =>
  [...members.values()].filter((one) => one.role === role && covers(one, scopeCode)).toSorted((one, other) => (one.lo < other.lo ? 1 : -1))[0]

/** Somebody, and behind them the offices above, nearest first: a small city lacks some people, and some villages lack children. */
export function inTurn(stage: Stage, name: string): Member[] {
  const one = stage.members.get(name)
  const scope = one?.lo ?? stage.members.get('city-office')?.lo ?? ''
  const offices = [...stage.members.values()].filter((each) => each.role === 'office' && each !== one && covers(each, scope))
  return [...(one === undefined ? [] : [one]), ...offices.toSorted((each, other) => (each.lo < other.lo ? 1 : -1))]
}

/** Children with an open case in somebody's range; of a volunteer those in the own pairings. */
const helped = `
  select c.child_id as id, ch.unit_id as "unitId", lpad(ch.scope_code::text, 18, '0') as "scopeCode", ch.age_band as "ageBand",
         coalesce(p.from_on, c.opened_on)::text as "knownOn"
    from care.cases c join children.children ch on ch.city_id = $1 and ch.id = c.child_id and ch.status = 'registered'
    left join care.pairings p on p.city_id = $1 and p.case_id = c.id and p.volunteer_id = $4 and p.until_on is null
   where c.city_id = $1 and c.status = 'open' and c.scope_code between $2 and $3 and ($4::uuid is null or p.id is not null) order by c.child_id limit 400`

/** Children of a range that nobody helps yet: what follows a case cannot be left behind when they go elsewhere. */
const unaided = `
  select ch.id, ch.unit_id as "unitId", lpad(ch.scope_code::text, 18, '0') as "scopeCode", ch.age_band as "ageBand", ch.registered_on::text as "knownOn"
    from children.children ch where ch.city_id = $1 and ch.status = 'registered' and ch.scope_code between $2 and $3 and $4::uuid is null
     and not exists (select from care.cases c where c.city_id = $1 and c.child_id = ch.id) order by ch.id limit 400`

/** Children somebody helps, known for a week when this began; in an order of the seed, those chosen least often first. */
export const childrenOf = (stage: Stage, member: Member, when: When): Promise<Candidate[]> => candidatesOf(stage, member, { text: helped, when })

/** Children of somebody's range whom nobody helps, known for a week when this began. */
export const unaidedChildrenOf = (stage: Stage, member: Member, when: When): Promise<Candidate[]> => candidatesOf(stage, member, { text: unaided, when })

async function candidatesOf(stage: Stage, { name, lo, hi, volunteerId }: Member, { text, when }: { text: string; when: When }): Promise<Candidate[]> {
  const { client, frame: { cityId, seed, today }, found, chosen } = stage
  const key = `${name} ${text === helped}`
  const all = found.get(key)
    ?? shuffled((await client.query<Candidate>(text, [cityId, lo, hi, volunteerId])).rows, randomFrom(`${seed} protection ${key}`).whole)
  found.set(key, all)
  const since = addDays(today, -when[0] - 7)
  return all.filter(({ knownOn }) => knownOn <= since).toSorted((one, other) => (chosen.get(one.id) ?? 0) - (chosen.get(other.id) ?? 0))
}

/** At school, as most of what is told here has it. */
export const isAtSchool = ({ ageBand }: Candidate): boolean => ageBand === '6-13' || ageBand === '14-15'

/** Notes that a child was chosen, so that another one is chosen next time. */
export function choose<Item extends { id: string }>({ chosen }: Stage, child: Item): Item {
  chosen.set(child.id, (chosen.get(child.id) ?? 0) + 1)
  return child
}

/** Who a child is, as who asks for it would type it. */
export async function openedIdentity({ client, frame: { cityId, masterKeys } }: Stage, childId: string): Promise<SealedIdentity> {
  const { rows: [row] } = await client.query<{ sealed: Buffer; wrapped: Buffer }>(`select i.sealed, k.wrapped from children.identities i
    join children.person_keys k on k.city_id = $1 and k.id = i.id where i.city_id = $1 and i.id = $2`, [cityId, childId])
  if (row === undefined) throw new Error('a child without identity was chosen')
  const place = { cityId, childId }
  return openIdentity(keyOf(masterKeys, row.wrapped, place), place, row.sealed)
}
