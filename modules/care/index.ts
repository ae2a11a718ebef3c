// What other modules and the demo may ask of care. Lists join care.published_cases, published_pairings, published_visits.
export { newCaseKey, sealText, type CaseKey, type SealedPlace } from './queries/case-key.ts'
export { countClosing, countOpenCase, countPairing, countRisk, countVisit, pairingCountsUntil } from './rules/countable.ts'
