import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { makeCreditCheckSign } from '#platform/values/credit-code.ts'

/** Somebody who gives to the demo foundation. */
export type PlannedDonor = { key: string; kind: 'person' | 'enterprise'; name: string; phone: string; creditCode: string | null; contactName: string }

const codeOf = (number: number): string => {
  const first17 = `91511300MA${String(6_200_000 + number)}`
  return `${first17}${makeCreditCheckSign(first17)}`
}
const enterprise = (number: number, name: string, contactName: string): PlannedDonor => (
  { key: `enterprise/${number}`, kind: 'enterprise', name, phone: `0817-22${String(10_000 + number * 37)}`, creditCode: codeOf(number), contactName })
const person = (number: number, name: string): PlannedDonor => (
  { key: `person/${number}`, kind: 'person', name, phone: `138000${String(20_000 + number * 41)}`, creditCode: null, contactName: '' })

/** The enterprise whose account looks at its own gifts. */
export const givingEnterprise = enterprise(1, '江畔建材有限公司', '罗启明')
/** Name by which somebody of it signs in. */
export const donorSignInName = 'donor'

/** Enterprises that give for schooling, and people who give for anything. */
export const plannedDonors: readonly PlannedDonor[] = [
  givingEnterprise, enterprise(2, '丰禾食品有限公司', '贺兰英'), enterprise(3, '宏图印务有限公司', '陆志远'),
  person(1, '冯德厚'), person(2, '骆秀兰'), person(3, '郝建设'), person(4, '温学勤'),
]

/** Who gave, by what the voucher says and its number. */
export function donorOf(memo: string, at: number): PlannedDonor {
  const kind = memo.includes('个人') ? 'person' : 'enterprise'
  const donors = plannedDonors.filter((donor) => donor.kind === kind)
  const donor = donors[at % donors.length]
  if (donor === undefined) throw new Error('nobody gives to the demo foundation')
  return donor
}

/** The foundation of the demo. */
export const foundationName = '市关心下一代基金会'
/** Number of the certificate by which it asks the public: it says that it is invented. */
export const qualificationNumber = '演示公开募捐资格0001'

/** Code of the receipts of the demo: no ministry of finance issues a series of letters, and the name says what it is. */
export const receiptSeries = 'YANSHI2026'
/** Gifts that came last, whose receipts the foundation has not recorded yet. */
export const giftsWithoutReceipt = 3

/** What an enterprise promised: two instalments that came, one that is late, one that is not due. */
export const plannedInstalments = (today: LocalDate): { dueOn: LocalDate; amountFen: number }[] => [
  { dueOn: addDays(today, -20), amountFen: 5_000_000 }, { dueOn: addDays(today, 160), amountFen: 5_000_000 },
]
