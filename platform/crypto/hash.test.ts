import { expect, test } from 'vitest'
import { digest } from './hash.ts'

test('SM3 and SHA-256 give the published digests of abc', () => {
  expect(digest('sm3', 'abc').toString('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(digest('sha256', Buffer.from('abc')).toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
