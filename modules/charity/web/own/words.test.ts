import { expect, it } from 'vitest'
import { ageBandLabel } from '#platform/values/mask.ts'
import { ownWords } from './words.ts'

it('a donor reads the age of a wish as everybody else does', () => {
  for (const band of ['0-5', '6-13', '14-15', '16-17', '18+'] as const) expect(ownWords['zh-CN'].aged(band)).toBe(ageBandLabel(band))
  expect([ownWords.en.aged('6-13'), ownWords.en.aged('18+')]).toEqual(['aged 6–13', '18 and over'])
})
