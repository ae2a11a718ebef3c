// The one door of 捐赠与资金去向; its parts stand in contract/, one for each subject (decision 0012).
import { agreementOperations } from './contract/agreements.ts'
import { billOperations } from './contract/bills.ts'
import { campaignOperations } from './contract/campaigns.ts'
import { chargeOperations } from './contract/charges.ts'
import { donorOperations } from './contract/donors.ts'
import { giftOperations } from './contract/gifts.ts'
import { ownOperations } from './contract/own.ts'
import { qualificationOperations } from './contract/qualifications.ts'
import { settingOperations } from './contract/settings.ts'
import { trailOperations } from './contract/trails.ts'

export * from './contract/agreements.ts'
export * from './contract/bills.ts'
export * from './contract/campaigns.ts'
export * from './contract/charges.ts'
export * from './contract/donors.ts'
export * from './contract/fields.ts'
export * from './contract/gifts.ts'
export * from './contract/own.ts'
export * from './contract/parties.ts'
export * from './contract/qualifications.ts'
export * from './contract/settings.ts'
export * from './contract/trails.ts'

/** What crosses the wire for 捐赠与资金去向. */
export const charityContract = {
  ...donorOperations, ...giftOperations, ...chargeOperations, ...agreementOperations, ...campaignOperations, ...trailOperations, ...ownOperations,
  ...settingOperations, ...billOperations, ...qualificationOperations,
}
