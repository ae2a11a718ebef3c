import { rightsOperations } from './contract/rights.ts'

export * from './contract/rights.ts'

/** What crosses the wire for 未成年人信息保护. */
export const protectionContract = { ...rightsOperations }
