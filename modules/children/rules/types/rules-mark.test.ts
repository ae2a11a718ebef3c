import { expect, it } from 'vitest'
import { typeRules } from './catalogue.ts'
import { rulesMark } from './rules-mark.ts'

it('the mark changes with any rule and with the days of notice, and with nothing else', () => {
  const [first, ...others] = typeRules
  expect(rulesMark(60)).toBe(rulesMark(60, structuredClone([...typeRules])))
  expect(rulesMark(60)).not.toBe(rulesMark(90))
  expect(rulesMark(60)).not.toBe(rulesMark(60, others))
  expect(rulesMark(60)).not.toBe(rulesMark(60, [{ ...first!, validUntil: '2026-12-31' }, ...others]))
})
