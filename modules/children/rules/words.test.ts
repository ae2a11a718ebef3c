import { expect, it } from 'vitest'
import { factInWords } from './words.ts'

it('a fact in words says of whom, what, since when, and until when it is over', () => {
  const fact = { subject: 'father' as const, kind: 'life' as const, value: 'deceased', fromOn: '2020-01-01', untilOn: null }
  expect(factInWords(fact)).toBe('父亲：死亡（2020年1月1日起）')
  expect(factInWords({ ...fact, kind: 'work', value: 'away', untilOn: '2021-02-03' })).toBe('父亲：外出务工（2020年1月1日至2021年2月3日）')
  expect(factInWords({ ...fact, subject: 'child', kind: 'guardianship', value: 'good' })).toBe('孩子监护状况：较好（2020年1月1日起）')
  expect(factInWords({ ...fact, value: 'unheard-of' })).toBe('父亲：unheard-of（2020年1月1日起）')
})
