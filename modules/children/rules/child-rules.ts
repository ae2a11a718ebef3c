import { isConsentValid } from './consents.ts'
import { hasDifference } from './types/differences.ts'
import { labelOf, measureOfCivilAffairsType, measureOfType } from './measures.ts'
import { identify } from './registration.ts'
import { isSensitiveType } from './types/catalogue.ts'

/** The rules that whoever loads children in bulk needs beside `childRowsOf`. */
export const childRules = { identify, isConsentValid, hasDifference, labelOf, measureOfType, measureOfCivilAffairsType, isSensitiveType }
