import { maskName } from '#platform/values/mask.ts'
import type { AccountProblem, RefusalKind } from '../contract.ts'

/** What is wrong with an account number by its form; undefined when nothing is. Cards carry a check digit, accounts of bodies do not. */
export function findAccountProblem(account: string): AccountProblem | undefined {
  if (account === '') return 'missing'
  if (account.length < 8 || account.length > 32) return 'length'
  return isCard(account) && !hasCheckDigit(account) ? 'check' : undefined
}

/** Cards of Chinese banks begin with 62 and have 16 to 19 digits. */
const isCard = (account: string) => account.startsWith('62') && account.length >= 16 && account.length <= 19

/** Luhn: every second digit from the right is doubled; the sum ends in nought. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, sign, index) => {
    const digit = Number(sign) * (index % 2 === 1 ? 2 : 1)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}

/** Last four digits, as shown. */
export const tailOf = (account: string): string | null => (account === '' ? null : account.slice(-4))

/** A name as shown: a person is masked, a body (a school, a committee) keeps its name. Long names are no persons'. */
export const payeeLabelOf = (name: string): string => (name.length > 4 && !name.includes('·') ? name : maskName(name))

const signs: readonly (readonly [RefusalKind, RegExp])[] = [
  ['name', /户名|姓名|名称/], ['closed', /销户|注销|冻结|止付|挂失|睡眠|状态/], ['account', /账号|帐号|账户|帐户|卡号|不存在/],
]

/** Why a bank refused, out of what it wrote. */
export const refusalKindOf = (text: string): RefusalKind => signs.find(([, sign]) => sign.test(text))?.[0] ?? 'other'
