import type { Medium } from '../contract.ts'

/** So many first visits of a pairing are for two people, unless the city has set `care.first-visits-of-two`. */
export const defaultFirstVisits = 2

/** Who goes on a visit. */
export type Company = { volunteers: number; withWorker: boolean; medium: Medium; madeBefore: number; firstVisits: number }

/** Face to face, and outside a school, where others are always near. */
const meetsAlone = (medium: Medium): boolean => medium === 'home' || medium === 'outing'

/** The first visits of a pairing are not made alone: a second volunteer or a worker goes along. It protects the child and the volunteer alike. */
export const needsSecondPerson = ({ volunteers, withWorker, medium, madeBefore, firstVisits }: Company): boolean =>
  volunteers === 1 && !withWorker && meetsAlone(medium) && madeBefore < firstVisits
