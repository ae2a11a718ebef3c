import { describe, expect, it } from 'vitest'
import { holdsIdentityNumber, makeObjectionNumber, objectionState, readObjectionNumber } from './objections.ts'

describe('the number of an objection', () => {
  it('is two fives of signs nobody mistakes, out of chance', () => {
    expect(makeObjectionNumber(new Uint8Array([0, 1, 2, 3, 31, 32, 33, 255, 254, 63, 7]))).toBe('ABCD9-AB989')
    expect(makeObjectionNumber(new Uint8Array(10).fill(23))).toBe('ZZZZZ-ZZZZZ')
  })
  it('is read as people type it: small letters, spaces, other dashes, full width', () => {
    expect(['abcd9-ab98z', ' ABCD9 AB98Z ', 'ＡＢＣＤ９—AB98Z', 'abcd9ab98z'].map(readObjectionNumber)).toEqual(Array(4).fill('ABCD9-AB98Z'))
  })
  it('is none with another length, or with signs that are never drawn', () => {
    expect(['ABCD9-AB98', 'ABCD9-AB98ZZ', 'ABCD1-AB98Z', 'ABCDO-AB98Z', ''].map(readObjectionNumber)).toEqual(Array(5).fill(undefined))
  })
})

describe('an identity number in an objection', () => {
  it('is found, also with signs in between and in full width', () => {
    expect(['身份证11010519491231002X的孩子', '110105 19491231 002x', '１１０１０５１９４９１２３１００２５', '110105-491231-002'].map(holdsIdentityNumber))
      .toEqual([true, true, true, true])
  })
  it('is no telephone, no amount and no longer number', () => {
    expect(['电话13800001111', '0817-2222222', '共 5,000 元', '12345678901234567890', '甲乙丙'].map(holdsIdentityNumber)).toEqual(Array(5).fill(false))
  })
})

describe('what became of an objection', () => {
  it('is its answer, whatever became of the list', () => {
    expect([objectionState({ outcome: 'upheld', isReturned: true }), objectionState({ outcome: 'rejected', isReturned: false })])
      .toEqual(['upheld', 'rejected'])
  })
  it('is open until then, or the list was given back', () => {
    expect([objectionState({ outcome: null, isReturned: false }), objectionState({ outcome: null, isReturned: true })]).toEqual(['open', 'list-returned'])
  })
})
