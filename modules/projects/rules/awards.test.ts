import { describe, expect, it } from 'vitest'
import { accountNumber, yuan } from '../contract.ts'
import { findAccountProblem, payeeLabelOf, refusalKindOf, tailOf } from './accounts.ts'
import { countAward } from './countable.ts'
import { findFindings, keepsOut, needsAnswer, type Checked } from './findings.ts'
import { readResults, type ResultLine } from './results.ts'
import { findApprovalProblem, findTwice } from './steps.ts'

describe('an account number', () => {
  it.each([
    ['', 'missing'], ['1234567', 'length'], ['1'.repeat(33), 'length'], ['6222021234567890127', 'check'], ['6222021234567890128', undefined],
    ['6222021234567894', undefined], ['6222021234567893', 'check'], ['12345678', undefined], ['1'.repeat(32), undefined], ['6222021234567', undefined],
  ])('%s has the problem %s', (account, problem) => { expect(findAccountProblem(account)).toBe(problem) })

  it.each([['1234 5678-9000', '123456789000'], ['１２３４５６７８', '12345678'], ['', '']])('is typed as it stands on paper: %s', (typed, kept) => {
    expect(accountNumber.parse(typed)).toBe(kept)
  })
  it.each(['6222O21', '-', '--', '-1', '12-', '6222_21'])('holds digits only, hyphens stand between them: %s is refused', (typed) => {
    expect(accountNumber.safeParse(typed).error?.issues).toMatchObject([{ message: '账号只能是数字' }])
  })

  it('shows its last four digits, and none where there is none', () => {
    expect([tailOf('6222021234567890128'), tailOf('')]).toEqual(['0128', null])
  })
})

describe('an amount', () => {
  it.each([['0', '金额要大于0'], ['-3', '金额不能是负数'], ['1.234', '金额最多两位小数'], ['1000000000', '金额太大，请核对'], ['三百', '请填金额，如 300 或 1,250.50'],
    ['９００', '金额里有全角数字，请切换到半角，重新输入数字，如 300 或 1250.50']])(
    '%s is refused: %s', (typed, message) => { expect(yuan.safeParse(typed).error?.issues).toMatchObject([{ message }]) })
  it('is yuan as typed and fen from there on', () => { expect(['1,250.5', '999999999.99'].map((typed) => yuan.parse(typed))).toEqual([125_050,
    99_999_999_999]) })
})

describe('a payee', () => {
  it('is masked when a person and named when a body', () => {
    expect(['张三', '欧阳娜娜', '东街小学校'].map(payeeLabelOf)).toEqual(['张某', '欧阳某', '东街小学校'])
  })
})

describe('what a bank wrote', () => {
  it.each([['收款人户名不符', 'name'], ['账号户名不符', 'name'], ['账户已销户', 'closed'], ['账号不存在', 'account'], ['系统繁忙', 'other'], ['', 'other']])(
    '%s is %s', (text, kind) => { expect(refusalKindOf(text)).toBe(kind) })
})

const clean: Checked = {
  amountFen: 100, peopleCount: 1, hasChild: true, accountProblem: null, relation: 'none', kind: { mostFen: 100, mostPerYear: 2, needsChild: true },
  sameKindCount: 0, sameChildCount: 0, hasOtherPayer: false, sameAccountCount: 0, isStaffName: false, isRelated: false,
}

describe('the checks of an award', () => {
  it('find nothing where nothing is', () => { expect(findFindings(clean)).toEqual([]) })
  it.each<[string, Partial<Checked>, string[]]>([
    ['a fen over the most of the kind', { amountFen: 101 }, ['over-most']],
    ['the most times the people counted outside is allowed', { amountFen: 300, peopleCount: 3, hasChild: false, kind: { ...clean.kind, needsChild: false } },
      []],
    ['the year is used up', { sameKindCount: 2, sameChildCount: 2 }, ['over-year', 'same-child']],
    ['the year is not used up yet', { sameKindCount: 1, sameChildCount: 1 }, ['same-child']],
    ['a kind for children is asked for others', { hasChild: false }, ['needs-child']],
    ['the account is missing', { accountProblem: 'missing' }, ['account-missing']],
    ['another payer gave', { hasOtherPayer: true }, ['other-payer']],
    ['the account occurs elsewhere', { sameAccountCount: 1 }, ['same-account']],
    ['the applicant is a relative', { relation: 'relative' }, ['near-applicant']],
    ['the payee has a name of the staff', { isStaffName: true }, ['staff-name']],
    ['the payee has the name of a related party', { isRelated: true }, ['related-party']],
  ])('say when %s', (_, change, found) => { expect(findFindings({ ...clean, ...change })).toEqual(found) })

  it('keep an award out of a batch, but for its account number, which is judged at the handing in', () => {
    expect((['over-most', 'over-year', 'needs-child', 'account-missing', 'same-child'] as const).map(keepsOut)).toEqual([true, true, true, false, false])
  })

  it('want an answer where they stop nothing', () => {
    expect([needsAnswer(['same-child'], ' '), needsAnswer(['same-child'], '第二学期'), needsAnswer(['account-check'], undefined), needsAnswer([], null)])
      .toEqual([true, false, false, false])
  })
})

describe('a batch', () => {
  const of = { madeBy: 'maker', applicants: ['applicant', null], approvers: ['first'] }
  it.each([['maker', 'OWN_BATCH'], ['applicant', 'OWN_APPLICATION'], ['first', 'APPROVED_BEFORE'], ['second', undefined]])(
    'is approved by neither maker, applicant nor the same person twice: %s', (approver, problem) => { expect(findApprovalProblem(approver, of)).toBe(problem) })

  it('names rows that occur again', () => { expect(findTwice(['a', 'b', 'a', 'a'])).toEqual([3, 4]) })
})

describe('a file of results', () => {
  const rows = [
    { seq: 1, amountFen: 10_000, accountTail: '0127', outcome: null }, { seq: 2, amountFen: 20_000, accountTail: '7894', outcome: null },
    { seq: 3, amountFen: 5, accountTail: '7894', outcome: 'paid' as const },
  ]
  const line = (change: Partial<ResultLine>): ResultLine => ({ rowNumber: 9, seq: '1', account: '****0127', amount: '100.00', outcome: '成功', reason: '',
    isAmountFullWidth: false, ...change })

  it('is taken line by line where number, amount, account and outcome fit', () => {
    const { taken, left } = readResults([line({}), line({ seq: '02', account: '6222021234567894', amount: '200', outcome: '交易失败', reason: '户名不符' })], rows)
    expect(taken).toEqual([{ seq: 1, outcome: 'paid', reason: '' }, { seq: 2, outcome: 'failed', reason: '户名不符' }])
    expect(left).toEqual([])
  })

  it.each<[string, Partial<ResultLine>]>([
    ['unknown', { seq: '7' }], ['amount', { amount: '100.01' }], ['amount', { amount: '' }], ['half-width', { isAmountFullWidth: true }],
    ['account', { account: '0128' }], ['outcome', { outcome: '处理中' }],
    ['known', { seq: '3', account: '7894', amount: '0.05' }],
  ])('leaves a line out with the reason %s', (problem, change) => {
    expect(readResults([line(change)], rows)).toEqual({ taken: [], left: [{ rowNumber: 9, problem }] })
  })

  it('answers a row once', () => {
    expect(readResults([line({}), line({ rowNumber: 10, outcome: '失败' })], rows).left).toEqual([{ rowNumber: 10, problem: 'known' }])
  })

  it('does not read 未成功 as a success', () => { expect(readResults([line({ outcome: '未成功' })], rows).taken[0]?.outcome).toBe('failed') })
})

describe('an award that was paid', () => {
  const award = { id: 'a', unitId: 'u', scopeCode: '9', childId: 'c', householdId: 'h', label: '张某', kindName: '助学', peopleCount: 1, amountFen: 100 }
  const counted = (change: object, isRestricted = true) =>
    countAward({ ...award, ...change }, { isRestricted, paidOn: '2026-03-16' }).map(({ measure, value, subjectId }) => [measure, value, subjectId])

  it('counts money, people, the child and its household', () => {
    expect(counted({})).toEqual([
      ['award.money.restricted', 100, undefined], ['award.people', 1, undefined], ['award.child', undefined, 'c'], ['award.household', undefined, 'h']])
  })
  it('counts people outside by their number, and neither child nor household', () => {
    expect(counted({ childId: null, householdId: null, peopleCount: 20 }, false)).toEqual([
      ['award.money.unrestricted', 100, undefined], ['award.people', 20, undefined], ['award.outside', 20, undefined]])
  })
})
