import type { Fact } from '#modules/figures/index.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** The part of a volunteer that facts speak of. */
export type CountedVolunteer = {
  id: string
  name: string
  unit: { id: string; scopeCode: string }
  categories: readonly string[]
  isPartyMember: boolean | null
}

const factOf = (volunteer: CountedVolunteer, measure: string, happenedOn: LocalDate): Fact => ({
  measure, happenedOn, unit: volunteer.unit, record: { kind: 'volunteer', id: volunteer.id }, subjectId: volunteer.id, label: volunteer.name,
})

/** That somebody joined: counted once, on the day, at the unit of that day. */
export const joiningFact = (volunteer: CountedVolunteer, on: LocalDate): Fact => factOf(volunteer, 'volunteer.joined', on)

/** That somebody left: counted once, on the day. */
export const leavingFact = (volunteer: CountedVolunteer, on: LocalDate): Fact => factOf(volunteer, 'volunteer.left', on)

/** Stocks that hold a volunteer as long as the volunteer is with the team. */
export const membershipFacts = (volunteer: CountedVolunteer, on: LocalDate): Fact[] => [
  factOf(volunteer, 'volunteer.active', on),
  ...volunteer.categories.map((category) => categoryFact(volunteer, category, on)),
  ...(volunteer.isPartyMember === true ? [partyFact(volunteer, on)] : []),
]

/** Stock of one category. */
export const categoryFact = (volunteer: CountedVolunteer, category: string, on: LocalDate): Fact => factOf(volunteer, `volunteer.category.${category}`, on)

/** Stock of party members. */
export const partyFact = (volunteer: CountedVolunteer, on: LocalDate): Fact => factOf(volunteer, 'volunteer.party-member', on)

/** Measures that end when somebody leaves or moves to another unit. */
export const membershipMeasures = (categories: readonly string[]): string[] =>
  ['volunteer.active', 'volunteer.party-member', ...categories.map((category) => `volunteer.category.${category}`)]

/** A validity of a clearance or an insurance: a stock of its own record, so that it ends with it. */
export type Validity = { id: string; kind: 'clearance' | 'insurance'; from: LocalDate }

/** Stock of the cleared or insured, from the first day of a validity. */
export const validityFact = (volunteer: CountedVolunteer, validity: Validity): Fact => ({
  ...factOf(volunteer, validity.kind === 'clearance' ? 'volunteer.cleared' : 'volunteer.insured', validity.from),
  record: { kind: validity.kind, id: validity.id },
})
