import { describe, expect, it } from 'vitest'
import { isWeakPassword, signInLimits } from './sign-in-limits.ts'

describe('a password', () => {
  it('is weak below eight characters', () => {
    expect(isWeakPassword('abcde12', {})).toBe(true)
    expect(isWeakPassword('abcdef12', {})).toBe(false)
  })

  it('is weak without a letter or without a digit', () => {
    expect(isWeakPassword('12345678', {})).toBe(true)
    expect(isWeakPassword('abcdefgh', {})).toBe(true)
    expect(isWeakPassword('一二三四五六七八', {})).toBe(true)
    expect(isWeakPassword('ABCDEFG1', {})).toBe(false)
  })

  it('is weak when it is the sign-in name, whatever its capitals', () => {
    expect(isWeakPassword('ZhangSan2026', { signInName: 'zhangsan2026' })).toBe(true)
    expect(isWeakPassword('zhangsan2026', { signInName: 'ZHANGSAN2026' })).toBe(true)
    expect(isWeakPassword('zhangsan2027', { signInName: 'zhangsan2026' })).toBe(false)
  })

  it('is weak when it is the old one', () => {
    expect(isWeakPassword('abcdef12', { oldPassword: 'abcdef12' })).toBe(true)
    expect(isWeakPassword('abcdef12', { oldPassword: 'abcdef13' })).toBe(false)
  })
})

it('who is idle is signed out long before the session ends by itself', () => {
  expect(signInLimits.idleSeconds).toBeGreaterThan(signInLimits.lockSeconds)
  expect(signInLimits.absoluteSeconds).toBeGreaterThan(signInLimits.idleSeconds)
})
