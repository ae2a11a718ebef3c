// Other modules ask nothing of the reports: who may know stands in the list of each. The child's page and the phone link to /safeguarding/new.
export { situationTitles } from './rules/words.ts'
