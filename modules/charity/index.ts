// What other modules may ask of charity: rooms that spend money of a fund say how many it reached, in their own transaction.
export { verifyCharity } from './queries/verify-charity.ts'
export { addReach, type NewReach } from './commands/steps/add-reach.ts'
export { mergeSmallGroups, type Count } from './rules/cells.ts'
