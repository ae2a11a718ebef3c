import { expect, test } from 'vitest'
import { sentenceOf, toRefusal } from './refusal.ts'

test('an error of the contract keeps its code, sentence, data and issues', () => {
  const data = { issues: [{ path: ['phone'], message: '手机号应为 11 位数字。' }] }
  const refusal = toRefusal({ code: 'BAD_REQUEST', status: 400, message: '请改正。', data }, 'r-1')
  expect(refusal).toMatchObject({ code: 'BAD_REQUEST', status: 400, message: '请改正。', data, issues: data.issues, requestId: 'r-1' })
})

test('a broken connection is told apart from a defect', () => {
  expect(toRefusal(new TypeError('Failed to fetch')).code).toBe('OFFLINE')
  expect(toRefusal(new Error('x is not a function')).code).toBe('DEFECT')
})

test('what is no issue is not taken for one', () => {
  expect(toRefusal({ code: 'A', status: 400, message: '', data: { issues: ['?', { path: 'phone' }] } }).issues).toEqual([])
})

test('where no field can be marked, what is wrong with the input is said instead of that something is', () => {
  const refused = (issues: unknown[]) => sentenceOf(toRefusal({ code: 'INVALID_INPUT', status: 422, message: '请按提示修改。', data: { issues } }))
  expect(refused([{ path: ['q'], message: '搜索内容请不超过50个字' }, { path: ['limit'], message: '请填整数' }])).toBe('搜索内容请不超过50个字 请填整数')
  expect(refused([])).toBe('请按提示修改。')
})
