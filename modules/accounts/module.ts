import { defineModule } from '#platform/http/module.ts'
import { nightlyWalk } from '#platform/jobs/invariants.ts'
import { changePassword } from './commands/change-password.ts'
import { closeAccount } from './commands/close-account.ts'
import { createAccount } from './commands/create-account.ts'
import { endAllSessions } from './commands/devices/end-all-sessions.ts'
import { endSession } from './commands/devices/end-session.ts'
import { givePassword } from './commands/give-password.ts'
import { resumeAccount } from './commands/resume-account.ts'
import { delegateRight } from './commands/rights/delegate-right.ts'
import { endDelegation } from './commands/rights/end-delegation.ts'
import { grantRole } from './commands/rights/grant-role.ts'
import { revokeGrant } from './commands/rights/revoke-grant.ts'
import { signIn } from './commands/sign-in.ts'
import { signOut } from './commands/sign-out.ts'
import { suspendAccount } from './commands/suspend-account.ts'
import { switchUnit } from './commands/switch-unit.ts'
import { updateAccount } from './commands/update-account.ts'
import { accountsContract } from './contract.ts'
import { moveMergedAccount } from './jobs/move-merged-account.ts'
import { tellOfClosedUnit } from './jobs/tell-of-closed-unit.ts'
import { tellOfGivenPassword } from './jobs/tell-of-given-password.ts'
import { getAuditState } from './queries/get-audit-state.ts'
import { getSession } from './queries/get-session.ts'
import { invariants } from './queries/invariants.ts'
import { getAccount, listAccounts } from './queries/list-accounts.ts'
import { getAuditEntry, listAuditEntries } from './queries/list-audit-entries.ts'
import { listColleagues, listDelegations } from './queries/list-delegations.ts'
import { listGivenPasswords } from './queries/list-given-passwords.ts'
import { listRoles } from './queries/list-roles.ts'
import { listSessions } from './queries/list-sessions.ts'

/** 账号, as apps/ assemble it. */
export const accountsModule = defineModule({
  name: 'accounts',
  contract: accountsContract,
  operations: {
    signIn: { anonymously: signIn }, getSession, signOut, switchUnit, changePassword,
    listAccounts, getAccount, createAccount, updateAccount, suspendAccount, resumeAccount, closeAccount, givePassword, listGivenPasswords,
    listRoles, grantRole, revokeGrant, listColleagues, listDelegations, delegateRight, endDelegation,
    listSessions, endSession, endAllSessions, listAuditEntries, getAuditEntry, getAuditState,
  },
  jobs: [tellOfGivenPassword, moveMergedAccount, tellOfClosedUnit, nightlyWalk({ module: 'accounts', schedule: '35 3 * * *', invariants })],
  invariants,
})
