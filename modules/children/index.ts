// What other modules may ask of the children: masked cards, time-limited access for the people of a case or pairing, opening under it.
export { findChildCard, listChildCards, type KnownChild } from './queries/find-child-card.ts'
export { endAccess, grantAccess, type AccessGround, type GivenAccess } from './commands/grant-access.ts'
export { openChildFields } from './commands/open-child-file.ts'
export { childRowsOf, type ChildRows, type RegistrationPlan } from './commands/steps/child-rows.ts'
