import { defineModule } from '#platform/http/module.ts'
import { activateAdministrator } from '#modules/accounts/index.ts'
import { createCity } from './commands/create-city.ts'
import { setupContract } from './contract.ts'
import { getSetupState } from './queries/get-setup-state.ts'
import { listPrefectures } from './queries/list-prefectures.ts'

/** 初始设置, as apps/ assemble it. */
export const setupModule = defineModule({
  name: 'setup',
  contract: setupContract,
  operations: {
    getSetupState: { anonymously: getSetupState }, listPrefectures: { anonymously: listPrefectures },
    activate: { anonymously: activateAdministrator }, createCity: { anonymously: createCity },
  },
})
