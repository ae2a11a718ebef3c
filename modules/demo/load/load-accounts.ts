import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import { generatePassword } from '#platform/crypto/secrets.ts'
import { donorSignInName, givingEnterprise } from '../rules/foundation/gifts.ts'
import type { DemoPlaces, Place } from './choose-places.ts'
import { idOf, type LoadFrame } from './frame.ts'

/** Somebody of the demo who can sign in, as the file of demo accounts lists it. */
export type DemoAccount = {
  /** Name typed at sign-in. */
  name: string
  password: string
  role: string
  unitCode: string
  unitName: string
  personName: string
  /** Further posts of the same person, between which one switches. */
  also?: { role: string; unitCode: string; unitName: string }[]
}

type Wish = {
  name: string; role: string; place: Place | undefined; titles: readonly string[]
  /** Somebody of the foundation, who holds no post of a committee. */
  called?: string
  also?: { role: string; place: Place | undefined }
}
type Person = { id: string; name: string; volunteerId: string | null }

const staff = ['staff', 'secretary-general', 'standing-deputy-director', 'member', 'director']
const leaders = ['director', 'executive-director', 'standing-deputy-director']
const officers = ['secretary-general', 'deputy-director', 'standing-deputy-director', 'director']

/** Grants hold from this day, so that the demo shows itself as it was a year ago too. */
const grantedFrom = '2020-01-01'

/** Gives the people of chosen places accounts with passwords of their own. Passwords are hashed beside one another. */
export async function addAccounts(client: pg.Client, frame: LoadFrame, places: DemoPlaces): Promise<DemoAccount[]> {
  const wishes = [...staffWishes(places), ...volunteerWishes(places), ...foundationWishes(places)].filter((wish) => wish.place !== undefined)
  const taken = new Set<string>()
  const accounts: { account: DemoAccount; wish: Wish; person: Person }[] = []
  for (const wish of wishes) {
    const person = await findPerson(client, frame, wish, taken)
    if (person === undefined || wish.place === undefined) continue
    taken.add(person.id)
    const account = {
      name: wish.name, password: generatePassword(), role: wish.role, unitCode: wish.place.code, unitName: wish.place.name, personName: person.name,
    }
    const { also } = wish
    accounts.push({
      wish, person,
      account: also?.place === undefined ? account : { ...account, also: [{ role: also.role, unitCode: also.place.code, unitName: also.place.name }] },
    })
  }
  const hashes = await Promise.all(accounts.map(({ account }) => hash(account.password)))
  accounts.forEach(({ wish, person }, at) => addAccountRows(frame, { wish, person, passwordHash: hashes[at] ?? '' }))
  return accounts.map(({ account }) => account)
}

function staffWishes({ city, counties, otherCounties, towns, villages, bodies }: DemoPlaces): Wish[] {
  const [county, otherCounty] = counties
  const [town, townBeside, otherTown] = towns
  const [school, enterprise, agency] = bodies
  return [
    { name: 'city-office', role: 'office', place: city, titles: staff },
    { name: 'city-leader', role: 'leader', place: city, titles: leaders },
    { name: 'city-guardian', role: 'guardian-officer', place: city, titles: officers },
    { name: 'system-admin', role: 'system-admin', place: city, titles: staff },
    { name: 'security-admin', role: 'security-admin', place: city, titles: staff },
    { name: 'audit-admin', role: 'audit-admin', place: city, titles: staff },
    { name: 'county-office', role: 'office', place: county, titles: staff },
    { name: 'county-leader', role: 'leader', place: county, titles: leaders },
    { name: 'county-guardian', role: 'guardian-officer', place: county, titles: officers },
    { name: 'county2-office', role: 'office', place: otherCounty, titles: staff },
    { name: 'county2-guardian', role: 'guardian-officer', place: otherCounty, titles: officers },
    // Every county hears of its own overdue visits; otherwise all of them would come to the city.
    ...otherCounties.map((place, at): Wish => ({ name: `county${at + 3}-office`, role: 'office', place, titles: staff })),
    { name: 'town-office', role: 'office', place: town, titles: staff },
    { name: 'town-leader', role: 'leader', place: town, titles: leaders },
    { name: 'town2-office', role: 'office', place: townBeside, titles: staff },
    { name: 'town3-office', role: 'office', place: otherTown, titles: staff },
    ...villages.map((place, at) => ({ name: at === 0 ? 'village-worker' : `village${at + 1}-worker`, role: 'care-worker', place, titles: ['staff'] })),
    { name: 'school-office', role: 'office', place: school, titles: officers },
    { name: 'enterprise-office', role: 'office', place: enterprise, titles: officers },
    { name: 'agency-office', role: 'office', place: agency, titles: officers },
    { name: 'two-posts', role: 'office', place: town, titles: officers, also: { role: 'office', place: townBeside } },
  ]
}

const volunteerWishes = ({ towns }: DemoPlaces): Wish[] =>
  towns.map((place, at) => ({ name: at === 0 ? 'volunteer' : `volunteer${at + 1}`, role: 'volunteer', place, titles: [] }))

/**
 * The people of the foundation: three hands for every voucher, one that holds the cash, one that receives gifts, one that answers, one from outside; and
 * somebody of an enterprise that gives.
 */
const foundationWishes = ({ city }: DemoPlaces): Wish[] => [
  ['charity-head', 'charity-head', '施文清'], ['charity-worker', 'charity-worker', '金雅'], ['accountant', 'accountant', '许敏'],
  ['accountant2', 'accountant', '何佳'], ['finance-reviewer', 'finance-reviewer', '吕平'], ['cashier', 'cashier', '张琳'],
  ['outside-auditor', 'outside-auditor', '孔凡'], [donorSignInName, 'donor', givingEnterprise.contactName],
].map(([name = '', role = '', called = '']) => ({ name, role, called, place: city, titles: [] }))

const findPerson = (client: pg.Client, frame: LoadFrame, wish: Wish, taken: ReadonlySet<string>): Promise<Person | undefined> =>
  (wish.called !== undefined ? Promise.resolve({ id: idOf(frame, `account/${wish.name}`, grantedFrom), name: wish.called, volunteerId: null })
    : wish.role === 'volunteer' ? findVolunteer(client, frame, wish) : findHolder(client, frame, wish, taken))

/** Who holds one of the posts, the best fitting first, and has no account yet. */
async function findHolder(client: pg.Client, { cityId }: LoadFrame, { place, titles }: Wish, taken: ReadonlySet<string>): Promise<Person | undefined> {
  const { rows } = await client.query<{ person_id: string; person_name: string }>(`
    select t.person_id, t.person_name from organization.terms t join organization.posts p on p.city_id = t.city_id and p.id = t.post_id
     where t.city_id = $1 and t.unit_id = $2 and t.until_on is null and t.volunteer_id is null and not t.person_id = any ($4::uuid[])
     order by coalesce(array_position($3::text[], p.title_code), 99), p.id limit 1`, [cityId, place?.id, titles, [...taken]])
  return rows[0] === undefined ? undefined : { id: rows[0].person_id, name: rows[0].person_name, volunteerId: null }
}

/** The volunteer of the place with a telephone to record by, somebody to visit this week and the most children today. */
async function findVolunteer(client: pg.Client, frame: LoadFrame, { place, name }: Wish): Promise<Person | undefined> {
  const { rows } = await client.query<{ id: string; name: string }>(`
    select v.id, v.name from volunteers.volunteers v
     where v.city_id = $1 and v.status = 'active' and v.has_smartphone and v.scope_code between $2 and rpad($3, 18, '9')::bigint
     order by (select least(count(*) filter (where c.next_visit_due_on <= $4::date + 7), 2) * 100 + count(*)
                 from care.pairings p join care.cases c on c.city_id = $1 and c.id = p.case_id
                where p.city_id = $1 and p.volunteer_id = v.id and (p.until_on is null or p.until_on >= $4::date)) desc, v.id limit 1`,
  [frame.cityId, place?.scopeCode, place?.code, frame.today])
  return rows[0] === undefined ? undefined : { id: idOf(frame, `account/${name}`, grantedFrom), name: rows[0].name, volunteerId: rows[0].id }
}

type AccountRows = { wish: Wish; person: Person; passwordHash: string }

function addAccountRows(frame: LoadFrame, { wish, person, passwordHash }: AccountRows): void {
  const { cityId, writer } = frame
  const { place, also } = wish
  if (place === undefined) return
  writer.add('accounts.accounts', {
    cityId, id: person.id, scopeCode: place.scopeCode, unitId: place.id, signInName: wish.name, personName: person.name, phone: null,
    volunteerId: person.volunteerId,
  })
  writer.add('accounts.credentials', { cityId, accountId: person.id, passwordHash, mustChange: false })
  for (const given of [{ role: wish.role, place }, also]) {
    if (given?.place === undefined) continue
    writer.add('accounts.grants', {
      cityId, id: idOf(frame, `account/${wish.name}/${given.place.code}`, grantedFrom), scopeCode: given.place.scopeCode, accountId: person.id,
      unitId: given.place.id, roleCode: given.role, fromOn: grantedFrom, untilOn: null,
    })
  }
}

/** Says in the register who holds a post and can sign in; afterwards, when both rows are there. */
export async function linkAccounts(client: pg.Client, { cityId }: LoadFrame): Promise<void> {
  await client.query(`
    update organization.terms t set account_id = a.id from accounts.accounts a
     where a.city_id = $1 and t.city_id = $1 and t.person_id = a.id and t.until_on is null`, [cityId])
}
