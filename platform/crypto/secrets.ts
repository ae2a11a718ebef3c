import { randomBytes, randomInt } from 'node:crypto'
import { digest } from './hash.ts'

// No capitals, and no signs that look alike on paper or on a phone: i, l, o, 0, 1.
const letters = 'abcdefghjkmnpqrstuvwxyz'
const figures = '23456789'
const groupLengths = [4, 5, 4]

/**
 * A password an elder can read off a slip and type: three groups of small letters and figures such as `k7mp-3xqd4-wn8h`;
 * more than 60 bits, always with both letters and figures.
 */
export function generatePassword(): string {
  const password = groupLengths.map(pickSigns).join('-')
  return /[a-z]/.test(password) && /\d/.test(password) ? password : generatePassword()
}

const pickSign = () => (letters + figures)[randomInt(letters.length + figures.length)]

const pickSigns = (count: number) => Array.from({ length: count }, pickSign).join('')

/** A secret for a session, a link or an activation code: 32 random bytes in base64url, 43 signs. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token: its SHA-256. Enough without salt, because a token is random and not guessable. */
export const hashToken = (token: string): Buffer => digest('sha256', token)
