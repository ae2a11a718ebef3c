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
  it('never makes an administrator', () => {
    const read = readStaffRow({ name: '何新', signInName: 'hexin', role: '审计管理员' }, roles)
    expect('problems' in read && read.problems.map(({ key }) => key)).toEqual(['role'])
  })
})
