// What other modules may ask of the children: masked cards, time-limited access for the people of a case or pairing, opening under it,
// and for whoever loads many at once the rows of a registration with the rules behind them.
export { findChildCard, listChildCards, type KnownChild } from './queries/find-child-card.ts'
export { endAccess, grantAccess, type GivenAccess } from './commands/grant-access.ts'
export { openChildFields } from './commands/open-child-file.ts'
export { childRowsOf, type ChildRows } from './commands/steps/child-rows.ts'
export { childRules } from './rules/child-rules.ts'
