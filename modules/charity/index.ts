// What other modules may ask of charity: rooms that spend money of a fund say how many it reached, in their own transaction.
export { addReach, type NewReach } from './commands/steps/add-reach.ts'
