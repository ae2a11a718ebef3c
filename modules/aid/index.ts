// The child's and the case's page show aid through their slots; the foundation tells what became of an award that answers a need, and lets donors claim.
export { needStatusWords } from './rules/words.ts'
export { followAward } from './commands/steps/follow-award.ts'
export { claimForDonor } from './commands/steps/claim-for-donor.ts'
export { releaseForDonor } from './commands/steps/release-for-donor.ts'
export { listOwnClaims } from './queries/list-own-claims.ts'
