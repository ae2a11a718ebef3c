import { idOf, type Recipe, type Spot } from './spot.ts'

/** Volunteers and pairs that may be one person. */
export const volunteerRecipes: Record<string, Recipe> = {
  volunteer: { table: 'volunteers.volunteers', arrange: (spot) => register(spot, '1950-02-03') },
  // A second one at the same place: someone to merge with.
  othervolunteer: { table: 'volunteers.volunteers', arrange: (spot) => register(spot, '1951-02-03') },
  clearedvolunteer: { table: 'volunteers.volunteers', arrange: registerCleared },
  duplicate: { table: 'volunteers.duplicates', arrange: notePair },
}

async function register(spot: Spot, birthOn: string): Promise<string> {
  return idOf(await spot.ask('POST', '/volunteers', {
    unitId: spot.unit.id, name: `${spot.mark}${serialName(spot.serial())}`, sex: 'female', birthOn, categories: ['cadre'], capacity: 20,
    joinedOn: '2020-01-01', isConfirmedDistinct: true,
  }))
}

async function registerCleared(spot: Spot): Promise<string> {
  const id = await register(spot, '1954-02-03')
  await spot.ask('POST', `/volunteers/${id}/clearances`, { checkedOn: '2026-01-05', result: 'clear' })
  return id
}

/** Distinct names: nobody is a possible duplicate by accident. */
export function serialName(serial: number): string {
  return [...String(serial).padStart(3, '0')].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')
}

async function notePair(spot: Spot): Promise<string> {
  const [first, second] = [await register(spot, '1952-02-03'), await register(spot, '1953-02-03')].toSorted()
  const { rows } = await spot.owner.query<{ id: string }>(`
    insert into volunteers.duplicates (city_id, id, scope_code, first_id, second_id, reasons, status, found_at)
    select city_id, gen_random_uuid(), scope_code, $2, $3, '{phone}', 'open', now() from volunteers.volunteers where city_id = $1 and id = $2 returning id`,
  [spot.cityId, first, second])
  return String(rows[0]?.id)
}
