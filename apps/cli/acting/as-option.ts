import type { CommandOption } from '../command.ts'

/** The account a command acts as. */
export const asOption: CommandOption = {
  value: 'name', isRequired: true,
  summary: { zh: '以哪个账号的身份操作（登录名）：范围和权限与该账号相同，并记入审计。', en: 'Sign-in name of the account that acts: its range and rights hold, and the audit names it.' },
}
