export { postJournal, postJournals, type JournalRequest, type PostedJournal } from './commands/steps/post-journals.ts'
export { reverseJournal } from './commands/steps/reverse-journal.ts'
export { endCommitment, reserveMoney } from './commands/steps/commitments.ts'
export type { Line } from './rules/dimensions.ts'
