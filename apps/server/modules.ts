import { accountsModule } from '#modules/accounts/module.ts'
import { organizationModule } from '#modules/organization/module.ts'

/** The modules of the product. */
export const modules = [accountsModule, organizationModule]
