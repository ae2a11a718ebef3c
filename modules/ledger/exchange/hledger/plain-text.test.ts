import { expect, test } from 'vitest'
import { accountPath, harmless, plainAmount, plainTransaction } from './plain-text.ts'

test('marks that mean something to hledger or ledger become their full-width twins, blanks single', () => {
  expect(harmless(' (急) 张:李;王  |*a\n b ')).toBe('（急） 张：李；王 ｜＊a b')
})
test('an amount is written by its digits, also below one yuan and beyond the exact range of division', () => {
  expect([5, -5, 123456, -100, 9007199254740991].map(plainAmount))
    .toEqual(['0.05 CNY', '-0.05 CNY', '1234.56 CNY', '-1.00 CNY', '90071992547409.91 CNY'])
})
test('an account is named by element, number and name, with those above it', () => {
  expect(accountPath('asset', [{ code: '1002', name: '银行存款' }, { code: '100201', name: '工行:基本户' }])).toBe('资产:1002 银行存款:100201 工行：基本户')
})
test('a transaction carries voucher, memo, tags and one line for each posting', () => {
  expect(plainTransaction({
    datedOn: '2026-02-03', code: '记-2-7', description: '助学', notes: [['journal', 'x']],
    postings: [{ account: '资产:1002 银行存款', amountFen: 100, notes: [] }, { account: '收入:4101 捐赠收入', amountFen: -100, notes: [['fund', 'F2 助学']] }],
  })).toBe('2026-02-03 * (记-2-7) 助学\n    ; journal: x\n    资产:1002 银行存款  1.00 CNY\n    收入:4101 捐赠收入  -1.00 CNY\n    ; fund: F2 助学\n\n')
})
