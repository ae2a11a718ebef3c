// Other modules ask nothing of referrals yet; the child's page shows them through the slot child-page.cases.
export { statusWords as referralStatusWords } from './rules/words.ts'
