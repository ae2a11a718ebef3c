// The one door of 帮扶物资、微心愿; its parts stand in contract/, one for each subject (decision 0012).
import { actOperations } from './contract/acts.ts'
import { kindOperations } from './contract/fields.ts'
import { needOperations } from './contract/needs.ts'
import { wishOperations } from './contract/wishes.ts'

export * from './contract/acts.ts'
export * from './contract/fields.ts'
export * from './contract/needs.ts'
export * from './contract/wishes.ts'

/** What crosses the wire for 帮扶物资、微心愿. */
export const aidContract = { ...kindOperations, ...needOperations, ...actOperations, ...wishOperations }
