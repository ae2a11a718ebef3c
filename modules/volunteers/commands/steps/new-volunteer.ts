import type { LocalDate } from '#platform/values/local-date.ts'
import type { clearanceResults } from '../../contract.ts'
import type { CheckedProfile } from '../../rules/profile.ts'
import type { Validity } from './volunteer-facts.ts'

/** A volunteer to be written; everything in it has been checked. */
export type NewVolunteer = {
  /** Given by loaders that refer to it elsewhere; made here otherwise. */
  id?: string
  unit: { id: string; scopeCode: string }
  profile: CheckedProfile
  /** Resting or left already; active when absent. */
  ended?: { status: 'resting' | 'left'; on: LocalDate; reason: string | null }
  clearances?: readonly { checkedOn: LocalDate; result: (typeof clearanceResults)[number]; validUntil: LocalDate | null; channel?: string | null }[]
  insurances?: readonly { insurer: string; fromOn: LocalDate; untilOn: LocalDate }[]
}

/** A volunteer and the rows it becomes. */
export type PreparedVolunteer = { id: string; volunteer: NewVolunteer; validities: ValidityRows }

/** A validity as figures count it; null when it counts on no day. */
export type CountedValidity = Validity & { endsOn: LocalDate; hasEnded: boolean }

/** Clearances and insurances of a new volunteer with the days on which each counts. */
export type ValidityRows = {
  clearances: { id: string; given: NonNullable<NewVolunteer['clearances']>[number]; span: CountedValidity | null }[]
  insurances: { id: string; given: NonNullable<NewVolunteer['insurances']>[number]; span: CountedValidity | null }[]
}
