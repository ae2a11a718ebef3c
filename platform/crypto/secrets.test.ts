import { describe, expect, test } from 'vitest'
import { generatePassword, hashToken, newToken } from './secrets.ts'

describe('a generated secret', () => {
  test('for a person is three groups without signs that look alike, with letters and figures', () => {
    const passwords = Array.from({ length: 2000 }, generatePassword)
    for (const password of passwords) {
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{4}$/)
      expect(password).toMatch(/[a-z]/)
      expect(password).toMatch(/\d/)
    }
    expect(new Set(passwords).size).toBe(2000)
  })

  test('for a person takes all 31 signs in each place, so that 13 of them hold more than 60 bits', () => {
    const passwords = Array.from({ length: 3000 }, generatePassword)
    for (const place of [0, 5, 12]) expect(new Set(passwords.map(password => password[place])).size).toBe(31)
    expect(13 * Math.log2(31)).toBeGreaterThan(60)
  })

  test('for a machine is 32 random bytes, and only its hash is kept', () => {
    const token = newToken()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(newToken()).not.toBe(token)
    expect(hashToken(token)).toEqual(hashToken(token))
    expect(hashToken(token).toString('latin1')).not.toContain(token)
  })
})
