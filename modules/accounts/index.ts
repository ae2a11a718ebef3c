export { activateAdministrator, asCity, checkFirstAdministrator, makeAdministrators } from './commands/activate-administrator.ts'
export { prepareActivation, type ActivationCode } from './commands/prepare-activation.ts'
export { replaceAdministrator, type Replacement } from './commands/replace-administrator.ts'
