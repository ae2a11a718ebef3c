export { activateAdministrator, asCity, checkFirstAdministrator, makeAdministrators } from './commands/activation/activate-administrator.ts'
export { prepareActivation, type ActivationCode } from './commands/activation/prepare-activation.ts'
export { replaceAdministrator, type Replacement } from './commands/activation/replace-administrator.ts'
export { staffImport } from './exchange/import-staff.ts'
