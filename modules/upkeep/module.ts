import { defineModule } from '#platform/http/module.ts'
import { upkeepContract } from './contract.ts'
import { tellOfTrouble } from './jobs/tell-of-trouble.ts'
import { getUpkeep } from './queries/get-upkeep.ts'

/** 系统运行, as apps/ assemble it. */
export const upkeepModule = defineModule({ name: 'upkeep', contract: upkeepContract, operations: { getUpkeep }, jobs: [tellOfTrouble] })
