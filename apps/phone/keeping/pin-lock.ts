/** What a PIN is turned into a key with. The key of the phone never leaves the browser; without it the PIN opens nothing. */
export type PinLock = { salt: Uint8Array<ArrayBuffer>; iterations: number; phoneKey: CryptoKey }
/** Something closed under PIN and phone together. */
export type Closed = { innerStart: Uint8Array<ArrayBuffer>; outerStart: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }
/** What opens and closes while the phone is unlocked. */
export type OpenLock = { pinKey: CryptoKey; phoneKey: CryptoKey }

/** Rounds of PBKDF2 with SHA-256; OWASP asks for 600,000 at least. */
const iterations = 600_000
const startBytes = 12

/** A lock for a PIN chosen just now. */
export async function makeLock(): Promise<PinLock> {
  const phoneKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return { salt: crypto.getRandomValues(new Uint8Array(16)), iterations, phoneKey }
}

/** Turns a PIN into a key; on purpose this takes a while. Whether the PIN is right shows when something is opened. */
export async function turnKey(pin: string, lock: PinLock): Promise<OpenLock> {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey'])
  const pinKey = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: lock.salt, iterations: lock.iterations }, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return { pinKey, phoneKey: lock.phoneKey }
}

/** Closes a value: once under the PIN, once more under the phone. */
export async function close(value: unknown, { pinKey, phoneKey }: OpenLock): Promise<Closed> {
  const innerStart = crypto.getRandomValues(new Uint8Array(startBytes))
  const outerStart = crypto.getRandomValues(new Uint8Array(startBytes))
  const inner = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: innerStart }, pinKey, new TextEncoder().encode(JSON.stringify(value)))
  return { innerStart, outerStart, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: outerStart }, phoneKey, inner) }
}

/** Opens what was closed; undefined when the PIN is another one. */
export async function tryOpen(closed: Closed, { pinKey, phoneKey }: OpenLock): Promise<unknown> {
  const inner = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: closed.outerStart }, phoneKey, closed.bytes)
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: closed.innerStart }, pinKey, inner).catch(() => undefined)
  return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes))
}
