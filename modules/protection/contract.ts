import { accessOperations } from './contract/accesses.ts'
import { complianceOperations } from './contract/compliance.ts'
import { holidayOperations } from './contract/holidays.ts'
import { incidentOperations } from './contract/incidents.ts'
import { retentionOperations } from './contract/retention.ts'
import { rightsOperations } from './contract/rights.ts'

export * from './contract/accesses.ts'
export * from './contract/compliance.ts'
export * from './contract/holidays.ts'
export * from './contract/incidents.ts'
export * from './contract/retention.ts'
export * from './contract/rights.ts'

/** What crosses the wire for 未成年人信息保护. */
export const protectionContract = {
  ...rightsOperations, ...accessOperations, ...incidentOperations, ...retentionOperations, ...complianceOperations, ...holidayOperations,
}
