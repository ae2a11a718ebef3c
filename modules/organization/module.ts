import { defineModule } from '#platform/http/module.ts'
import { organizationContract } from './contract.ts'
import { getUnit } from './queries/get-unit.ts'
import { listUnits } from './queries/list-units.ts'

/** 组织, as apps/ assemble it. */
export const organizationModule = defineModule({
  name: 'organization',
  contract: organizationContract,
  operations: { listUnits, getUnit },
})
