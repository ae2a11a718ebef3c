// The one door of 帮扶; its parts stand in contract/, one for each subject (decision 0012).
import { caseOperations } from './contract/cases.ts'
import { pairingOperations } from './contract/pairings.ts'
import { planOperations } from './contract/plans.ts'
import { routeOperations } from './contract/routes.ts'
import { visitOperations } from './contract/visits.ts'

export * from './contract/fields.ts'
export * from './contract/cases.ts'
export * from './contract/pairings.ts'
export * from './contract/plans.ts'
export * from './contract/routes.ts'
export * from './contract/visits.ts'

/** What crosses the wire for 帮扶. */
export const careContract = { ...caseOperations, ...pairingOperations, ...planOperations, ...routeOperations, ...visitOperations }
