// The form of a sealed letter, one implementation for phone and server; both have WebCrypto.
//   version 1 | ephemeral public key 65 (P-256, uncompressed) | nonce 12 | ciphertext with tag (AES-256-GCM)
// The key comes from ECDH by HKDF-SHA-256 (salt: both public keys). What is sealed belongs to one key and one item: neither can be changed.

/** A public key as it travels: which one it is, and its 65 bytes in base64. */
export type SealingKey = { keyId: string; publicKey: string }
/** A sealed letter as it travels. */
export type SealedItem = { itemId: string; keyId: string; sealed: string }

type Bytes = Uint8Array<ArrayBuffer>
/** A key of WebCrypto, under whichever name the platform's types give it. */
export type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>
type Place = { keyId: string; itemId: string }

const version = 1
const publicLength = 65
const nonceLength = 12
const shortest = 1 + publicLength + nonceLength + 16
const curve = { name: 'ECDH', namedCurve: 'P-256' }

/** Seals a letter to the server's public key; only the server opens it. */
export async function sealLetter(key: SealingKey, item: { itemId: string; letter: unknown }): Promise<SealedItem> {
  const serverBytes = bytesOf(key.publicKey)
  const serverKey = await crypto.subtle.importKey('raw', serverBytes, curve, false, [])
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const ownBytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const place = { keyId: key.keyId, itemId: item.itemId }
  const secret = await agree(pair.privateKey, serverKey)
  const sealingKey = await deriveKey(secret, { salt: joined([ownBytes, serverBytes]), keyId: place.keyId, usage: 'encrypt' })
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength))
  const plain = new TextEncoder().encode(JSON.stringify(item.letter))
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: placeBytes(place) }, sealingKey, plain)
  return { ...place, sealed: base64Of(joined([Uint8Array.of(version), ownBytes, nonce, new Uint8Array(ciphertext)])) }
}

/** Opens what `sealLetter` made, on the server; undefined when it is not such a letter, was altered, or was sealed for another key or item. */
export async function openLetter(keys: { privateKey: WebKey; publicKey: string }, item: SealedItem): Promise<unknown> {
  try {
    const bytes = bytesOf(item.sealed)
    if (bytes[0] !== version || bytes.length < shortest) return undefined
    const theirBytes = bytes.slice(1, 1 + publicLength)
    const nonce = bytes.slice(1 + publicLength, 1 + publicLength + nonceLength)
    const theirKey = await crypto.subtle.importKey('raw', theirBytes, curve, false, [])
    const secret = await agree(keys.privateKey, theirKey)
    const openingKey = await deriveKey(secret, { salt: joined([theirBytes, bytesOf(keys.publicKey)]), keyId: item.keyId, usage: 'decrypt' })
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: placeBytes(item) }, openingKey, bytes.slice(1 + publicLength + nonceLength))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as unknown
  } catch {
    return undefined
  }
}

/** A new pair of keys: the public one as it travels, the private one as PKCS #8. */
export async function newSealingPair(): Promise<{ publicKey: string; privateBytes: Bytes }> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const [publicBytes, privateBytes] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey), crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  return { publicKey: base64Of(new Uint8Array(publicBytes)), privateBytes: new Uint8Array(privateBytes) }
}

/** The private key out of its PKCS #8 bytes; it cannot be taken out again. */
export const readPrivateKey = (privateBytes: Bytes): Promise<WebKey> => crypto.subtle.importKey('pkcs8', privateBytes, curve, false, ['deriveBits'])

const agree = (privateKey: WebKey, publicKey: WebKey): Promise<ArrayBuffer> =>
  crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)

async function deriveKey(secret: ArrayBuffer, { salt, keyId, usage }: { salt: Bytes; keyId: string; usage: 'encrypt' | 'decrypt' }): Promise<WebKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(`xinhuo phone letter ${version}\0${keyId}`)
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, { name: 'AES-GCM', length: 256 }, false, [usage])
}

const placeBytes = ({ keyId, itemId }: Place): Bytes => new TextEncoder().encode(`xinhuo phone letter ${version}\0${keyId}\0${itemId.toLowerCase()}`)

function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Bytes in base64; in slices, because a call takes no million arguments. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** Bytes out of base64; throws when it is none. */
export function bytesOf(base64: string): Bytes {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
