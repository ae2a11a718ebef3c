import { describe, expect, it } from 'vitest'
import { phonesOf } from './phones.ts'

const guardian = { id: '1', guardianship: 'legal', idNumber: '110101195003074516' } as const

describe('whom one may call', () => {
  it('is the primary guardian first, then others with a telephone, then the child, and no identity number comes along', () => {
    expect(phonesOf({
      phone: '13800000003',
      guardians: [
        { ...guardian, relation: 'father', name: '张父', phone: '13800000001', isPrimary: false },
        { ...guardian, relation: 'mother', name: '张母', phone: null, isPrimary: false },
        { ...guardian, relation: 'grandmother', name: '李桂花', phone: '13800000002', isPrimary: true },
      ],
    })).toEqual([{ who: '奶奶 李桂花', phone: '13800000002' }, { who: '爸爸 张父', phone: '13800000001' }, { who: '孩子本人', phone: '13800000003' }])
  })

  it('is nobody where nothing was opened', () => {
    expect(phonesOf(undefined)).toEqual([])
  })
})
