import { aidModule } from '#modules/aid/module.ts'
import { staffImport } from '#modules/accounts/index.ts'
import { accountsModule } from '#modules/accounts/module.ts'
import { noticesModule } from '#modules/notices/module.ts'
import { charityModule } from '#modules/charity/module.ts'
import { childImports, childrenModule } from '#modules/children/module.ts'
import { dutiesModule } from '#modules/duties/module.ts'
import { figuresModule } from '#modules/figures/module.ts'
import { careModule } from '#modules/care/module.ts'
import { ledgerModule } from '#modules/ledger/module.ts'
import { matchingModule } from '#modules/matching/module.ts'
import { makeImportsModule } from '#modules/imports/module.ts'
import { organizationImports } from '#modules/organization/index.ts'
import { phoneModule } from '#modules/phone/module.ts'
import { projectsModule } from '#modules/projects/module.ts'
import { protectionModule } from '#modules/protection/module.ts'
import { organizationModule } from '#modules/organization/module.ts'
import { referralsModule } from '#modules/referrals/module.ts'
import { safeguardingModule } from '#modules/safeguarding/module.ts'
import { setupModule } from '#modules/setup/module.ts'
import { upkeepModule } from '#modules/upkeep/module.ts'
import { volunteerImport } from '#modules/volunteers/index.ts'
import { volunteersModule } from '#modules/volunteers/module.ts'

/** The modules of the product. */
export const modules = [
  makeImportsModule([volunteerImport, staffImport, ...organizationImports, ...childImports]), accountsModule, figuresModule, organizationModule, noticesModule,
  childrenModule, volunteersModule, careModule, matchingModule, setupModule, protectionModule, safeguardingModule, referralsModule, phoneModule, aidModule,
  ledgerModule, charityModule, projectsModule, dutiesModule, upkeepModule]
