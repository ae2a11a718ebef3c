// The one door of 关爱对象; its parts stand in contract/, one for each subject (decision 0012).
import { accessOperations } from './contract/access.ts'
import { cardOperations } from './contract/cards.ts'
import { comparisonOperations } from './contract/comparisons.ts'
import { consentOperations } from './contract/consents.ts'
import { duplicateOperations } from './contract/duplicates.ts'
import { formOperations } from './contract/forms.ts'
import { pastOperations } from './contract/past.ts'
import { transferOperations } from './contract/transfers.ts'

export * from './contract/access.ts'
export * from './contract/cards.ts'
export * from './contract/comparisons.ts'
export * from './contract/duplicates.ts'
export * from './contract/fields.ts'
export * from './contract/forms.ts'
export * from './contract/past.ts'
export * from './contract/transfers.ts'

/** What crosses the wire for 关爱对象. */
export const childrenContract = {
  ...comparisonOperations, ...duplicateOperations, ...cardOperations, ...accessOperations, ...pastOperations, ...transferOperations, ...consentOperations,
    ...formOperations,
}
