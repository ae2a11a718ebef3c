import { describe, expect, it } from 'vitest'
import { readStaffRow } from './staff-row.ts'

const roles = new Map([['关工委工作人员', 'office'], ['儿童主任', 'care-worker'], ['审计管理员', 'audit-admin']])

describe('a row of a staff workbook', () => {
  it('takes the telephone as sign-in name where none is given', () => {
    expect(readStaffRow({ name: '何新', phone: '138 0000 5678', role: '儿童主任' }, roles))
      .toMatchObject({ row: { signInName: '13800005678', roleCode: 'care-worker' } })
  })
  it('may come without a role, to be granted later', () => {
    expect(readStaffRow({ name: '何新', signInName: 'hexin' }, roles)).toEqual({ row: { personName: '何新', phone: null, signInName: 'hexin', roleCode: null } })
  })
  it('names each wrong value', () => {
    const read = readStaffRow({ name: '', phone: '12', signInName: 'a b', role: '皇帝' }, roles)
    expect('problems' in read && read.problems.map(({ key }) => key)).toEqual(['name', 'phone', 'signInName', 'role'])
  })
  it('is read without the gaps around its values, and the sign-in name from a landline without its dashes', () => {
    expect(readStaffRow({ name: ' 何新 ', phone: ' 0817-2345678 ', signInName: ' ', role: ' 儿童主任 ' }, roles))
      .toEqual({ row: { personName: '何新', phone: '0817-2345678', signInName: '08172345678', roleCode: 'care-worker' } })
    expect(readStaffRow({ name: '何新', signInName: ' hexin ' }, roles)).toMatchObject({ row: { signInName: 'hexin' } })
  })
  it('wants a name of fifty characters at most, and a sign-in name or a telephone', () => {
    const wrong = (values: Record<string, string>) => {
      const read = readStaffRow({ name: '何新', signInName: 'hexin', ...values }, roles)
      return 'problems' in read ? read.problems.map(({ key }) => key) : []
    }
    expect(wrong({ name: '何'.repeat(50) })).toEqual([])
    expect(wrong({ name: '何'.repeat(51) })).toEqual(['name'])
    expect(wrong({ signInName: '' })).toEqual(['signInName'])
    expect([wrong({ signInName: ' 何 新' }), wrong({ signInName: '何/新' }), wrong({ signInName: '/何新' }), wrong({ signInName: '何新/' })])
      .toEqual([['signInName'], ['signInName'], ['signInName'], ['signInName']])
  })
  it('never makes an administrator', () => {
    const read = readStaffRow({ name: '何新', signInName: 'hexin', role: '审计管理员' }, roles)
    expect('problems' in read && read.problems.map(({ key }) => key)).toEqual(['role'])
  })
  it('names only roles that a workbook may give', () => {
    const read = readStaffRow({ name: '何新', signInName: 'hexin', role: '皇帝' }, roles)
    expect('problems' in read && read.problems.map(({ message }) => message)).toEqual(['没有这个角色，请填：关工委工作人员、儿童主任。'])
  })
  it('tells of a wrong telephone once, not of a missing sign-in name as well', () => {
    const read = readStaffRow({ name: '何新', phone: '1370013700' }, roles)
    expect('problems' in read && read.problems.map(({ key }) => key)).toEqual(['phone'])
  })
})
