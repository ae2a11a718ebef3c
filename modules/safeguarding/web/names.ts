import { closingResults, situations, statuses, stepKinds } from '../contract.ts'
import { resultWords, situationTitles, statusWords, stepWords } from '../rules/words.ts'

export const situationOptions = situations.map(value => ({ value, label: situationTitles[value] }))
export const statusOptions = statuses.map(value => ({ value, label: statusWords[value] }))
export const stepOptions = stepKinds.map(value => ({ value, label: stepWords[value] }))
export const authorityOptions = stepOptions.slice(0, 5)
export const resultOptions = closingResults.map(value => ({ value, label: resultWords[value] }))
