// What other modules may ask of the children: masked cards, time-limited access for the people of a case or pairing, opening under it,
// for whoever loads many at once the rows of a registration with the rules behind them, and for the protection of data the file as a whole.
export { findChildCard, listChildCards, type KnownChild } from './queries/find-child-card.ts'
export { endAccess, grantAccess } from './commands/grant-access.ts'
export { openChildFields } from './commands/open-child-file.ts'
export { childRowsOf, type ChildRows } from './commands/steps/child-rows.ts'
export { childRules } from './rules/child-rules.ts'
export { childFiles } from './commands/steps/child-files.ts'
