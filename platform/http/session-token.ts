import { createHash, randomBytes } from 'node:crypto'

/** A session token as the cookie carries it: the city, which names the shard, and a random part stored only as its hash. */
export type SessionToken = { cityId: number; hash: Buffer }

/** Name of the session cookie. */
export const sessionCookie = 'xinhuo_session'

/** A new token: the text for the cookie and what the database keeps. */
export function newSessionToken(cityId: number): SessionToken & { text: string } {
  const random = randomBytes(32)
  return { text: `${cityId}.${random.toString('base64url')}`, cityId, hash: hashOf(random) }
}

/** Reads the cookie header; null when there is no token of our form. */
export function tokenFromCookie(header: string | undefined): SessionToken | null {
  const value = header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${sessionCookie}=`))
  const match = /^(\d{1,9})\.([\w-]{43})$/.exec(value?.slice(sessionCookie.length + 1) ?? '')
  if (match?.[1] === undefined || match[2] === undefined) return null
  return { cityId: Number(match[1]), hash: hashOf(Buffer.from(match[2], 'base64url')) }
}

/** The Set-Cookie header for a token, or for clearing it. */
export function cookieHeader(token: string | null, secure: boolean): string {
  const end = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return token === null ? `${sessionCookie}=; ${end}; Max-Age=0` : `${sessionCookie}=${token}; ${end}`
}

function hashOf(random: Buffer): Buffer {
  return createHash('sha256').update(random).digest()
}
