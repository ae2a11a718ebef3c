import { describe, expect, it } from 'vitest'
import { canonicalBytes, chainStart, linkOf } from './chain.ts'

describe('a link of the chain', () => {
  it('stays what it was written as, in both algorithms', () => {
    const fields = ['990100', null, '走访']
    expect(linkOf('sha256', chainStart, fields).toString('hex')).toBe('66d8342e5c03500d1cf9370f00f3698bf17348bbe3e6790940a2aba653819eab')
    expect(linkOf('sm3', chainStart, fields).toString('hex')).toBe('3912d3eaadb84f346190984a44addb4732229dac83cacc7555efd9026632ecd3')
  })

  it('tells apart fields whose texts run together to the same', () => {
    const forms = [['a', 'b'], ['ab', ''], ['ab'], ['a', 'b', null], ['a"', '"b'], ['a,b'], [null, 'ab']]
    expect(new Set(forms.map((form) => canonicalBytes(form).toString('hex'))).size).toBe(forms.length)
  })

  it('depends on the link before', () => {
    expect(linkOf('sha256', chainStart, ['a'])).not.toEqual(linkOf('sha256', Buffer.alloc(32, 1), ['a']))
  })
})
