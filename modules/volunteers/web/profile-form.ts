import type { ShownVolunteer } from './api.ts'

/** Values of the volunteer's form; texts may be empty while they are being typed. */
export type ProfileValues = {
  version?: number
  unitId?: string
  name: string
  idNumber?: string
  sex?: 'male' | 'female'
  birthOn?: string
  phone?: string
  categories: string[]
  serviceRoles: string[]
  skills: string[]
  healthLimits: string[]
  availability?: string
  capacity: number
  isPartyMember?: boolean
  education?: NonNullable<ShownVolunteer['education']>
  formerWork?: string
  hasSmartphone?: boolean
  joinedOn: string
  joinedBy: ShownVolunteer['joinedBy']
  introducerId?: string
  isConfirmedDistinct?: boolean
}

const blankToNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text)

/** The form as the server takes it. */
export const profileInput = (values: ProfileValues) => ({
  name: values.name, sex: values.sex ?? null, birthOn: blankToNull(values.birthOn), phone: blankToNull(values.phone), categories: values.categories,
  serviceRoles: values.serviceRoles, skills: values.skills, healthLimits: values.healthLimits, availability: blankToNull(values.availability),
  capacity: values.capacity, isPartyMember: values.isPartyMember ?? null, education: values.education ?? null, formerWork: blankToNull(values.formerWork),
  hasSmartphone: values.hasSmartphone ?? null, joinedOn: values.joinedOn, joinedBy: values.joinedBy,
  introducerId: values.introducerId ?? null,
})

/** The stored volunteer as the form shows it; the identity number stays empty, and empty means unchanged. */
export function profileValues(volunteer: ShownVolunteer): ProfileValues {
  const { birthOn, phone, availability, isPartyMember, education, formerWork, hasSmartphone } = volunteer
  return {
    version: volunteer.version, name: volunteer.name, sex: volunteer.sex, categories: volunteer.categories, serviceRoles: volunteer.serviceRoles,
    skills: volunteer.skills, healthLimits: volunteer.healthLimits, capacity: volunteer.capacity, joinedOn: volunteer.joinedOn, joinedBy: volunteer.joinedBy,
    ...(birthOn === null ? {} : { birthOn }), ...(phone === null ? {} : { phone }), ...(availability === null ? {} : { availability }),
    ...(isPartyMember === null ? {} : { isPartyMember }), ...(education === null ? {} : { education }),
    ...(volunteer.introducer === null ? {} : { introducerId: volunteer.introducer.id }),
    ...(formerWork === null ? {} : { formerWork }), ...(hasSmartphone === null ? {} : { hasSmartphone }),
  }
}
