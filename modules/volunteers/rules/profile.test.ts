import { describe, expect, it } from 'vitest'
import type { VolunteerProfile } from '../contract.ts'
import { checkProfile } from './profile.ts'

const given: VolunteerProfile = {
  name: '王建国', sex: 'male', birthOn: '1955-03-05', categories: ['teacher'], skills: [], serviceRoles: [], healthLimits: [], capacity: 2,
  joinedOn: '2020-01-01', joinedBy: 'organised',
}
const problemsOf = (change: Partial<VolunteerProfile>) => {
  const checked = checkProfile({ ...given, ...change }, '2026-03-16')
  const problems = 'problems' in checked ? checked.problems : []
  for (const { message } of problems) expect(message).toMatch(/\p{Script=Han}/u)
  return problems.map(({ path }) => path[0])
}

describe('a profile', () => {
  it('takes sex and birth date from the identity number, full-width digits and spaces included', () => {
    const checked = checkProfile({ ...given, sex: null, birthOn: null, idNumber: '９９0101 19550305 1218' }, '2026-03-16')
    expect('profile' in checked && [checked.profile.idNumber, checked.profile.sex, checked.profile.birthOn])
      .toEqual(['990101195503051218', 'male', '1955-03-05'])
  })

  it('refuses an identity number with one digit wrong', () => {
    expect(problemsOf({ idNumber: '990101195503051219' })).toEqual(['idNumber'])
    expect(problemsOf({ idNumber: '990101195503051219', sex: null, birthOn: null })).toEqual(['idNumber'])
  })

  it('refuses a birthday to come and one nobody alive has', () => {
    expect(problemsOf({ birthOn: '2027-01-01', joinedOn: '2026-01-01' })).toContain('birthOn')
    expect(problemsOf({ birthOn: '1890-01-01' })).toContain('birthOn')
    expect(problemsOf({ birthOn: '2020-01-01' })).toContain('birthOn')
    expect(problemsOf({ birthOn: '2026-03-17', joinedOn: '2026-03-16' })).toEqual(['birthOn'])
  })

  it('is of somebody from the eighteenth birthday to the year of the hundred and twentieth', () => {
    expect(problemsOf({ birthOn: '2008-03-16' })).toEqual([])
    expect(problemsOf({ birthOn: '2008-03-17' })).toEqual(['birthOn'])
    expect(problemsOf({ birthOn: '1906-03-16' })).toEqual([])
    expect(problemsOf({ birthOn: '1905-03-16' })).toEqual(['birthOn'])
  })

  it('may come without a birth date, not without a name or a sex', () => {
    expect(problemsOf({ birthOn: null })).toEqual([])
    expect(problemsOf({ name: ' ', sex: null })).toEqual(['name', 'sex'])
  })

  it('refuses a birth date that the identity number contradicts', () => {
    expect(problemsOf({ idNumber: '990101195503051218', birthOn: '1955-03-06' })).toEqual(['birthOn'])
    expect(problemsOf({ idNumber: '990101195503051218' })).toEqual([])
  })

  it('keeps each word of a list once, and none that is blank', () => {
    const checked = checkProfile({ ...given, categories: ['teacher', 'teacher'], skills: ['书法', ' 书法 ', ' '], serviceRoles: ['home', ''],
      healthLimits: ['不宜爬楼', ''] }, '2026-03-16')
    expect('profile' in checked && [checked.profile.categories, checked.profile.skills, checked.profile.serviceRoles, checked.profile.healthLimits])
      .toEqual([['teacher'], ['书法'], ['home'], ['不宜爬楼']])
  })

  it('takes a blank number for none', () => {
    const checked = checkProfile({ ...given, idNumber: ' ', phone: ' ' }, '2026-03-16')
    expect('profile' in checked && [checked.profile.idNumber, checked.profile.phone]).toEqual([null, null])
  })

  it('refuses joining tomorrow or before being born', () => {
    expect(problemsOf({ joinedOn: '2026-03-16' })).toEqual([])
    expect(problemsOf({ joinedOn: '2026-03-17' })).toContain('joinedOn')
    expect(problemsOf({ joinedOn: '1950-01-01' })).toContain('joinedOn')
  })

  it('refuses a sex that the identity number contradicts', () => {
    expect(problemsOf({ idNumber: '990101195503051218', sex: 'female' })).toContain('sex')
  })

  it('keeps rare characters and drops spaces inside a name', () => {
    const checked = checkProfile({ ...given, name: '䶮 𤧯' }, '2026-03-16')
    expect('profile' in checked && checked.profile.name).toBe('䶮𤧯')
  })

  it('refuses what is no telephone and stores a mobile as digits', () => {
    expect(problemsOf({ phone: '12345' })).toEqual(['phone'])
    const checked = checkProfile({ ...given, phone: '１54-0000 1234' }, '2026-03-16')
    expect('profile' in checked && checked.profile.phone).toBe('15400001234')
  })
})
