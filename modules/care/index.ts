// What other modules and the demo may ask of care. Lists join care.published_cases, published_pairings, published_visits.
export { newCaseKey, sealText } from './queries/case-key.ts'
export { countClosing, countOpenCase, countPairing, countRisk, countVisit } from './rules/countable.ts'
export { dueOnAfterAssessment, nextVisitDueOn } from './rules/due-dates.ts'
export { defaultIntervalDays } from './rules/risk.ts'
