import { expect, it } from 'vitest'
import { bandOn, birthdayOf, nextBandBirthday } from './age.ts'

it('who was born on 29 February has a birthday on 1 March where there is none', () => {
  expect(birthdayOf('2012-02-29', 16)).toBe('2028-02-29')
  expect(birthdayOf('2012-02-29', 14)).toBe('2026-03-01')
  expect(birthdayOf('2012-05-20', 14)).toBe('2026-05-20')
})

it('the band of age moves on the birthdays of 6, 14, 16 and 18, and no more after that', () => {
  const moves = ['2018-05-20', '2026-05-20', '2028-05-20', '2030-05-20']
  for (const [index, day] of moves.entries()) {
    expect(nextBandBirthday('2012-05-20', moves[index - 1] ?? '2012-05-20')).toBe(day)
    expect(bandOn('2012-05-20', day)).toBe(['6-13', '14-15', '16-17', '18+'][index])
  }
  expect(bandOn('2012-05-20', '2018-05-19')).toBe('0-5')
  expect(nextBandBirthday('2012-05-20', '2030-05-20')).toBeUndefined()
})
