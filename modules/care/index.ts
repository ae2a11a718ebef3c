// What other modules may ask of care. Lists join care.published_cases, published_pairings, published_visits.
export { pairVolunteer } from './commands/pairings/pair-volunteer.ts'
export { recordVisit } from './commands/record-visit.ts'
export { readComments } from './commands/visits/read-comments.ts'
export { listDayCases, type DayCaseRow } from './queries/list-day-cases.ts'
export { listOwnComments } from './queries/visits/list-own-comments.ts'
export { leastClearedDays } from './rules/pairing.ts'
