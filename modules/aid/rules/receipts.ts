import type { LocalDate } from '#platform/values/local-date.ts'
import type { NewReceipt } from '../contract.ts'
import type { Issue } from './shares.ts'

/** What a receipt lacks: a signature needs who signed, witnesses are two, and where the family wants neither the reason stands. */
export function findReceiptIssues(receipt: NewReceipt, days: { givenOn: LocalDate; today: LocalDate }): Issue[] {
  return [...proofIssues(receipt), ...dayIssues(receipt.receivedOn, days)]
}

function proofIssues({ proof, signedBy, witnesses, unwantedReason }: NewReceipt): Issue[] {
  if (proof === 'signature') return signedBy === undefined ? [{ path: ['signedBy'], message: '请填签名的人' }] : []
  if (proof === 'unwanted') return unwantedReason === undefined ? [{ path: ['unwantedReason'], message: '请写明家里为什么不愿签收' }] : []
  if (witnesses.length < 2) return [{ path: ['witnesses'], message: '请填两位见证人' }]
  return witnesses[0] === witnesses[1] ? [{ path: ['witnesses'], message: '两位见证人不能是同一人' }] : []
}

function dayIssues(receivedOn: LocalDate, { givenOn, today }: { givenOn: LocalDate; today: LocalDate }): Issue[] {
  if (receivedOn > today) return [{ path: ['receivedOn'], message: '签收日期不能晚于今天' }]
  return receivedOn < givenOn ? [{ path: ['receivedOn'], message: '签收日期不能早于给予日期' }] : []
}

/** What stands against the day on which it was given. */
export function findGivingIssues(givenOn: LocalDate, { today, openedOn }: { today: LocalDate; openedOn: LocalDate }): Issue[] {
  if (givenOn > today) return [{ path: ['givenOn'], message: '给予日期不能晚于今天' }]
  return givenOn < openedOn ? [{ path: ['givenOn'], message: `给予日期不能早于开案日期（${openedOn}）` }] : []
}
