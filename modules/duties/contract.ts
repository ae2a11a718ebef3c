// The one door of 法定义务; its parts stand in contract/, one for each subject (decision 0012).
import { boardOperations } from './contract/board.ts'
import { disclosureOperations } from './contract/disclosures.ts'
import { ratioOperations } from './contract/ratios.ts'
import { relationOperations } from './contract/relations.ts'

export * from './contract/board.ts'
export * from './contract/disclosures.ts'
export * from './contract/fields.ts'
export * from './contract/ratios.ts'
export * from './contract/relations.ts'

/** What crosses the wire for 法定义务. */
export const dutiesContract = { ...ratioOperations, ...disclosureOperations, ...boardOperations, ...relationOperations }
