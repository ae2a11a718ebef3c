import { describe, expect, it } from 'vitest'
import { base64Of, bytesOf, newSealingPair, openLetter, readPrivateKey, sealLetter } from './contract/sealing.ts'

const itemId = '0199aa00-0000-7000-8000-000000000001'
const letter = { kind: 'visit', note: '孩子今天笑了', deviceSecret: 's' }

async function makePair(keyId: string) {
  const { publicKey, privateBytes } = await newSealingPair()
  return { keyId, publicKey, privateKey: await readPrivateKey(privateBytes) }
}

describe('a sealed letter', () => {
  it('is opened by the server that holds the private key, and by nobody else', async () => {
    const [own, other] = [await makePair('1.k'), await makePair('1.k')]
    const item = await sealLetter(own, { itemId, letter })
    expect(await openLetter(own, item)).toEqual(letter)
    expect(await openLetter(other, item)).toBeUndefined()
  })

  it('shows nothing of what is written, and never looks the same twice', async () => {
    const key = await makePair('1.k')
    const [first, second] = [await sealLetter(key, { itemId, letter }), await sealLetter(key, { itemId, letter })]
    expect(first.sealed).not.toBe(second.sealed)
    expect(Buffer.from(first.sealed, 'base64').includes(Buffer.from('孩子'))).toBe(false)
  })

  it('is not opened when a byte was altered, or when it is put under another item or key', async () => {
    const key = await makePair('1.k')
    const item = await sealLetter(key, { itemId, letter })
    const bytes = bytesOf(item.sealed)
    for (const at of [0, 1, 70, 80, bytes.length - 1]) {
      const altered = bytes.slice()
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(await openLetter(key, { ...item, sealed: base64Of(altered) })).toBeUndefined()
    }
    expect(await openLetter(key, { ...item, itemId: itemId.replace(/1$/, '2') })).toBeUndefined()
    expect(await openLetter(key, { ...item, keyId: '1.other' })).toBeUndefined()
  })

  it.each(['', 'A', '你好', 'AQ==', base64Of(new Uint8Array(200)), base64Of(new Uint8Array(200).fill(1))])('is not opened when it is garbage', async (sealed) => {
    const key = await makePair('1.k')
    expect(await openLetter(key, { itemId, keyId: key.keyId, sealed })).toBeUndefined()
  })

  it('may be as large as a part of a file', async () => {
    const key = await makePair('1.k')
    const large = { bytes: 'x'.repeat(400_000) }
    expect(await openLetter(key, await sealLetter(key, { itemId, letter: large }))).toEqual(large)
  })
})
