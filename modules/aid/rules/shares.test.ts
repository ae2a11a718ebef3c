import { describe, expect, it } from 'vitest'
import { NewNeed, type NewShare } from '../contract.ts'
import { findShareIssues, isSealedPayer } from './shares.ts'

const fieldsOf = (share: Partial<NewShare> & Pick<NewShare, 'form'>) => findShareIssues(share as NewShare).map(({ path, message }) => {
  expect(message).toMatch(/填/)
  return path.join('.')
})

describe('a share', () => {
  it('of money needs an amount and nothing else', () => {
    expect(fieldsOf({ form: 'money', amount: 100 })).toEqual([])
    expect(fieldsOf({ form: 'money' })).toEqual(['amount'])
    expect(fieldsOf({ form: 'money', amount: 100, item: '书包', minutes: 5 })).toEqual(['item', 'minutes'])
    expect(fieldsOf({ form: 'money', amount: 100, quantity: 2, countedIn: '个', times: 1 })).toEqual(['quantity', 'countedIn', 'times'])
  })

  it('of goods needs what, how many, in what, and their value', () => {
    expect(fieldsOf({ form: 'goods', item: '书包', quantity: 2, countedIn: '个', amount: 100 })).toEqual([])
    expect(fieldsOf({ form: 'goods' })).toEqual(['item', 'quantity', 'countedIn', 'amount'])
    expect(fieldsOf({ form: 'goods', item: '书包', quantity: 2, countedIn: '个', amount: 100, times: 1, minutes: 5 })).toEqual(['minutes', 'times'])
  })

  it('of service needs what and how long or how often; its value may be left out', () => {
    expect(fieldsOf({ form: 'service', item: '家教', minutes: 90 })).toEqual([])
    expect(fieldsOf({ form: 'service', item: '家教', times: 3, amount: 20_000 })).toEqual([])
    expect(fieldsOf({ form: 'service' })).toEqual(['item', 'minutes'])
    expect(fieldsOf({ form: 'service', item: '家教', times: 3, quantity: 2, countedIn: '个' })).toEqual(['quantity', 'countedIn'])
  })

  it('hides who gives where it is a person, not where it is a body', () => {
    expect((['committee', 'charity', 'enterprise', 'person', 'department'] as const).filter(isSealedPayer)).toEqual(['person'])
  })

  it('says what it has too much for', () => {
    expect(findShareIssues({ form: 'service', item: '家教', times: 3, quantity: 2 })[0]?.message).toContain('服务')
    expect(findShareIssues({ form: 'goods', item: '书包', quantity: 2, countedIn: '个', amount: 100, times: 1 })[0]?.message).toContain('物资')
    expect(findShareIssues({ form: 'money', amount: 100, times: 1 })[0]?.message).toContain('资金')
  })

  it('names its place in a list', () => {
    expect(findShareIssues({ form: 'money' }, ['shares', 3])[0]?.path).toEqual(['shares', 3, 'amount'])
  })
})

describe('an amount in yuan', () => {
  const amount = (text: unknown) => NewNeed.shape.amount.safeParse(text)
  it.each([['300', 30_000], ['1,250.5', 125_050], ['12．34', 1234], ['￥0.01', 1], ['999,999,999.99', 99_999_999_999], [' 88元 ', 8800]])(
    'is read from %j', (text, fen) => expect(amount(text).data).toBe(fen))
  it.each([
    ['1.234', '金额最多两位小数'], ['1．234', '金额最多两位小数'],
    ['１２．３４', '金额里有全角数字，请切换到半角，重新输入数字，如 300 或 1250.50'], ['-5', '金额不能是负数'], ['－5', '金额不能是负数'], ['0', '金额要大于0'], ['0.00', '金额要大于0'],
    ['1000000000', '金额太大，请核对'], ['99999999999999999', '请填金额，如 300 或 1,250.50'], ['十元', '请填金额，如 300 或 1,250.50'],
    ['1e3', '请填金额，如 300 或 1,250.50'], ['', '请填金额'],
  ])('is refused with a sentence: %j', (text, sentence) => expect(amount(text).error?.issues[0]?.message).toBe(sentence))
  it('is no number, so that no fraction of a fen gets in', () => expect(amount(12.5).success).toBe(false))
})
