import type { Context } from '#platform/http/context.ts'
import { VolunteerProfile } from '../contract.ts'
import { registerVolunteer } from '../commands/register-volunteer.ts'

/** A teacher of 71, as the form would send her; tests change what they are about. */
export const sampleProfile = (change: Partial<VolunteerProfile> = {}): VolunteerProfile => VolunteerProfile.parse({
  name: '王秀英', sex: 'female', birthOn: '1955-03-05', phone: '15400001234', categories: ['teacher'], capacity: 2, joinedOn: '2020-05-01', ...change,
})

/** Registers a sample at the actor's own unit. */
export const registerSample = (context: Context, change: Partial<VolunteerProfile> = {}) =>
  registerVolunteer(context, { ...sampleProfile(change), isConfirmedDistinct: false })
