/** The modules whose pages the web page shows. Adding one is its import and its name in the list. */
import { pages as aid } from '#modules/aid/web/index.ts'
import { pages as notices } from '#modules/notices/web/index.ts'
import { pages as charity } from '#modules/charity/web/index.ts'
import { pages as children } from '#modules/children/web/index.ts'
import { pages as care } from '#modules/care/web/index.ts'
import { pages as duties } from '#modules/duties/web/index.ts'
import { pages as ledger } from '#modules/ledger/web/index.ts'
import { pages as matching } from '#modules/matching/web/index.ts'
import { pages as figures } from '#modules/figures/web/index.ts'
import { pages as imports } from '#modules/imports/web/index.ts'
import { pages as phone } from '#modules/phone/web/index.ts'
import { pages as projects } from '#modules/projects/web/index.ts'
import { pages as protection } from '#modules/protection/web/index.ts'
import { pages as referrals } from '#modules/referrals/web/index.ts'
import { pages as safeguarding } from '#modules/safeguarding/web/index.ts'
import { pages as upkeep } from '#modules/upkeep/web/index.ts'
import { pages as volunteers } from '#modules/volunteers/web/index.ts'
import { pages as accounts } from '#modules/accounts/web/index.ts'
import { pages as organization } from '#modules/organization/web/index.ts'
import type { ModulePages } from '#platform/ui/pages.ts'

export const modules: readonly ModulePages[] = [
  notices, volunteers, imports, children, care, aid, matching, phone, protection, safeguarding, referrals, ledger, charity, projects, duties, figures,
    organization,
  upkeep, accounts]
