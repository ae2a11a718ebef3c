import { defineModule } from '#platform/http/module.ts'
import { changePassword } from './commands/change-password.ts'
import { signIn } from './commands/sign-in.ts'
import { signOut } from './commands/sign-out.ts'
import { switchUnit } from './commands/switch-unit.ts'
import { accountsContract } from './contract.ts'
import { getSession } from './queries/get-session.ts'

/** 账号, as apps/ assemble it. */
export const accountsModule = defineModule({
  name: 'accounts',
  contract: accountsContract,
  operations: { signIn: { anonymously: signIn }, getSession, signOut, switchUnit, changePassword },
})
