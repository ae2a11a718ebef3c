// The one door of 公益项目、资助; its parts stand in contract/, one for each subject (decision 0012).
import { awardOperations } from './contract/awards.ts'
import { batchOperations } from './contract/batches.ts'
import { projectOperations } from './contract/projects.ts'
import { publicListOperations } from './contract/public-lists.ts'

export * from './contract/awards.ts'
export * from './contract/batches.ts'
export * from './contract/fields.ts'
export * from './contract/projects.ts'
export * from './contract/public-lists.ts'

/** What crosses the wire for 公益项目、资助. */
export const projectsContract = { ...awardOperations, ...batchOperations, ...projectOperations, ...publicListOperations }
