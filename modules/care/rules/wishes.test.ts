import { describe, expect, it } from 'vitest'
import { distanceOf, fitOf } from './wishes.ts'

describe('what a family wishes of the volunteer', () => {
  it('is met or lacking, each in words', () => {
    const wishes = { sex: 'female', languages: ['粤语', '手语'], skills: ['书法'] } as const
    expect(fitOf({ ...wishes, languages: [...wishes.languages], skills: [...wishes.skills] }, { sex: 'female', skills: ['会讲粤语', '书法'] }))
      .toEqual({ fits: ['女志愿者', '会粤语', '书法'], lacks: ['会手语'] })
    expect(fitOf({ sex: 'male', languages: [], skills: [] }, { sex: 'female', skills: [] })).toEqual({ fits: [], lacks: ['男志愿者'] })
  })

  it('is nothing where nothing matters', () => {
    expect(fitOf({ sex: null, languages: [], skills: [] }, { sex: 'male', skills: ['书法'] })).toEqual({ fits: [], lacks: [] })
  })

  it('begins near: the same village, town, county, or only the city', () => {
    const village = '990100100010001000'
    expect(distanceOf(village, village)).toBe('village')
    expect(distanceOf(village, '990100100010002000')).toBe('town')
    expect(distanceOf(village, '990100100010000000')).toBe('town')
    expect(distanceOf(village, '990100100020001000')).toBe('county')
    expect(distanceOf(village, '990100200010001000')).toBe('city')
    expect(distanceOf('990100100010000000', '990100100010000000')).toBe('town')
    expect(distanceOf('990100000000000000', '990100000000000000')).toBe('city')
  })
})
