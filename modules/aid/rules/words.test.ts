import { expect, it } from 'vitest'
import { shareInWords } from './words.ts'

const none = { item: null, quantity: null, countedIn: null, minutes: null, times: null }

it('a share in words says what is given and how much of it, and of money no amount', () => {
  expect(shareInWords({ ...none, form: 'money' })).toBe('资金')
  expect(shareInWords({ ...none, form: 'goods', item: '书包', quantity: 2, countedIn: '个' })).toBe('书包 2个')
  expect(shareInWords({ ...none, form: 'service', item: '家教', minutes: 90 })).toBe('家教 90分钟')
  expect(shareInWords({ ...none, form: 'service', item: '家教', times: 3, minutes: 90 })).toBe('家教 3次，90分钟')
  expect(shareInWords({ ...none, form: 'service', item: '家教', times: 3 })).toBe('家教 3次')
})
