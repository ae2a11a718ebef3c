import type { Context } from '#platform/http/context.ts'
import { VolunteerProfile } from '../../contract.ts'
import { registerVolunteer } from '../register-volunteer.ts'

/** A teacher of 71, as the form would send her; tests change what they are about. */
export const sampleProfile = (change: Partial<VolunteerProfile> = {}): VolunteerProfile => VolunteerProfile.parse({
  name: '王秀英', sex: 'female', birthOn: '1955-03-05', phone: '15400001234', categories: ['teacher'], capacity: 2, joinedOn: '2020-05-01', ...change,
})

/** Registers a sample at the actor's own unit. */
export const registerSample = (context: Context, change: Partial<VolunteerProfile> = {}) =>
  registerVolunteer(context, { ...sampleProfile(change), isConfirmedDistinct: false })

/** Live stocks and flows of a volunteer on a day, as figures would count them: measure and unit name. */
export async function countedOn(owner: { query(text: string, values: unknown[]): Promise<{ rows: { measure: string; unit: string }[] }> },
  volunteerId: string, day: string): Promise<string[]> {
  const { rows } = await owner.query(`
    select f.measure, u.name as unit from figures.facts f join organization.units u on u.city_id = f.city_id and u.id = f.unit_id
     where f.subject_id = $1 and f.sign = 1 and f.happened_on <= $2
       and not exists (select 1 from figures.facts e where e.city_id = f.city_id and e.ends_id = f.id and e.happened_on <= $2)
     order by 1, 2`, [volunteerId, day])
  return rows.map(({ measure, unit }) => `${measure} ${unit}`)
}
