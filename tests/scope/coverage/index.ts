import { accountsCoverage } from './accounts.ts'
import { aidCoverage } from './aid.ts'
import { careCoverage } from './care.ts'
import { charityCoverage } from './charity.ts'
import { childrenCoverage } from './children.ts'
import { dutiesCoverage } from './duties.ts'
import type { Coverage } from './entry.ts'
import { figuresCoverage } from './figures.ts'
import { importsCoverage } from './imports.ts'
import { ledgerCoverage } from './ledger.ts'
import { ledgerBankCoverage } from './ledger-bank.ts'
import { ledgerStatementCoverage } from './ledger-statements.ts'
import { matchingCoverage } from './matching.ts'
import { noticesCoverage } from './notices.ts'
import { organizationCoverage } from './organization.ts'
import { phoneCoverage } from './phone.ts'
import { projectsCoverage } from './projects.ts'
import { protectionCoverage } from './protection.ts'
import { referralsCoverage } from './referrals.ts'
import { safeguardingCoverage } from './safeguarding.ts'
import { setupCoverage } from './setup.ts'
import { upkeepCoverage } from './upkeep.ts'
import { volunteersCoverage } from './volunteers.ts'

/** How every operation of the product is walked. */
export const coverage: Coverage = {
  ...accountsCoverage, ...organizationCoverage, ...noticesCoverage, ...volunteersCoverage, ...childrenCoverage, ...careCoverage, ...figuresCoverage,
  ...importsCoverage, ...matchingCoverage, ...phoneCoverage, ...setupCoverage, ...safeguardingCoverage, ...referralsCoverage, ...protectionCoverage,
  ...aidCoverage, ...ledgerCoverage, ...charityCoverage, ...ledgerStatementCoverage, ...ledgerBankCoverage, ...projectsCoverage, ...dutiesCoverage,
  ...upkeepCoverage,
}
