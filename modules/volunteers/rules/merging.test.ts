import { describe, expect, it } from 'vitest'
import { mergedProfile } from './merging.ts'
import type { CheckedProfile } from './profile.ts'

const kept: CheckedProfile = {
  name: '王建国', sex: 'male', birthOn: '1955-03-05', phone: '13800000001', idNumber: null, categories: ['teacher'], skills: ['书法'], serviceRoles: ['home'],
  healthLimits: ['不宜爬楼'], availability: '周末', capacity: 2, isPartyMember: null, education: null, formerWork: null, hasSmartphone: null,
  joinedOn: '2020-05-01', joinedBy: 'organised', introducerId: null,
}
const ended: CheckedProfile = { ...kept, name: '王建囯', phone: '13800000002', categories: ['cadre', 'teacher'], skills: ['象棋'], serviceRoles: ['red'],
  healthLimits: ['听力下降'] }

describe('two records of one person', () => {
  it('become one with the values that were kept', () => {
    expect(mergedProfile(kept, ended, [])).toMatchObject({ name: '王建国', phone: '13800000001', sex: 'male', birthOn: '1955-03-05' })
  })

  it('with those that were chosen from the one that ends', () => {
    const other = { ...ended, sex: 'female' as const, birthOn: '1955-05-03' }
    expect(mergedProfile(kept, other, ['phone', 'sex', 'birthOn'])).toMatchObject({ name: '王建国', phone: '13800000002', sex: 'female', birthOn: '1955-05-03' })
    expect(mergedProfile(kept, other, [])).toMatchObject({ sex: 'male', birthOn: '1955-03-05' })
  })

  it('with the lists of both, each word once', () => {
    expect(mergedProfile(kept, ended, [])).toMatchObject({
      categories: ['teacher', 'cadre'], skills: ['书法', '象棋'], serviceRoles: ['home', 'red'], healthLimits: ['不宜爬楼', '听力下降'],
    })
  })

  it('with lists no longer than the register takes', () => {
    const many = (length: number, word: string) => Array.from({ length }, (_none, index) => `${word}${index}`)
    const merged = mergedProfile({ ...kept, skills: many(15, '甲'), healthLimits: many(8, '甲') },
      { ...ended, skills: many(15, '乙'), healthLimits: many(8, '乙') }, [])
    expect([merged.skills.length, merged.healthLimits.length]).toEqual([20, 10])
    expect(merged.skills[0]).toBe('甲0')
  })

  it('never lose the identity number, and sex and birth date follow the number', () => {
    const numbered = { ...ended, idNumber: '990101195503061210', sex: 'female' as const, birthOn: '1955-03-06' }
    expect(mergedProfile(kept, numbered, [])).toMatchObject({ idNumber: '990101195503061210', sex: 'female', birthOn: '1955-03-06' })
    const own = { ...kept, idNumber: '990101195503051218' }
    expect(mergedProfile(own, numbered, [])).toMatchObject({ idNumber: '990101195503051218', sex: 'male', birthOn: '1955-03-05' })
    expect(mergedProfile(own, ended, [])).toMatchObject({ idNumber: '990101195503051218' })
  })
})
