// The one door of 手机页; its parts stand in contract/, one for each subject.
import { arrivalOperations } from './contract/arrivals.ts'
import { deviceOperations } from './contract/devices.ts'
import { fileOperations } from './contract/files.ts'
import { reportOperations } from './contract/reports.ts'
import { letterOperations } from './contract/letters.ts'

export * from './contract/arrivals.ts'
export * from './contract/devices.ts'
export * from './contract/files.ts'
export * from './contract/reports.ts'
export * from './contract/letters.ts'
export * from './contract/sentences.ts'

/** What crosses the wire for 手机页. */
export const phoneContract = { ...deviceOperations, ...reportOperations, ...letterOperations, ...arrivalOperations, ...fileOperations }
