import { expect, it } from 'vitest'
import { makeCheckDigit } from '#platform/values/id-card.ts'
import { identify } from './registration.ts'

const number = (birth: string, order: string) => `009901${birth}${order}${makeCheckDigit(`009901${birth}${order}`)}`
const who = { name: ' 张 三 ', paperKind: 'id-card' as const, paperNumber: number('20150520', '001') }
const today = '2026-03-16'

it('reads birth date and sex from the number and tidies the name', () => {
  expect(identify(who, today)).toEqual({ ok: true, identified: { name: '张三', birthOn: '2015-05-20', sex: 'male', paperNumber: who.paperNumber, phone: null } })
})

it('says beside which field the paper and the person disagree', () => {
  const read = identify({ ...who, birthOn: '2015-05-21', sex: 'female' }, today)
  expect(read.ok ? [] : read.issues.map((issue) => issue.path[0])).toEqual(['birthOn', 'sex'])
})

it('needs birth date and sex where no number tells them', () => {
  const read = identify({ name: '张三', paperKind: 'none' }, today)
  expect(read.ok ? [] : read.issues.map((issue) => issue.path[0])).toEqual(['birthOn', 'sex'])
})

it('registers nobody of eighteen, but keeps who grew up here', () => {
  const grown = { name: '张三', paperKind: 'none' as const, birthOn: '2008-03-16', sex: 'male' as const }
  expect(identify(grown, today).ok).toBe(false)
  expect(identify({ ...grown, birthOn: '2008-03-17' }, today).ok).toBe(true)
  expect(identify(grown, today, { isRegistered: true }).ok).toBe(true)
})

it('keeps the number of another paper as it is written, without spaces', () => {
  const read = identify({ name: 'Anna', paperKind: 'passport', paperNumber: ' e 123-456 ', birthOn: '2015-05-20', sex: 'female' }, today)
  expect(read.ok && read.identified.paperNumber).toBe('E123456')
})
