// Other modules ask nothing of aid yet; the child's and the case's page show it through their slots.
export { needStatusWords } from './rules/words.ts'
