import { describe, expect, it } from 'vitest'
import type { FormAnswers } from '../../contract.ts'
import { aidNames, housingNames, incomeNames } from '../forms/form-lines.ts'
import { answersAfter, readFormRow } from './form-rows.ts'

const today = '2026-03-16'
const row = { name: ' 张 三 ', birthOn: '2015-05-20' }
const reading = (values: Record<string, string>) => readFormRow({ ...row, ...values }, today)
function read(values: Record<string, string>) {
  const found = reading(values)
  if ('problems' in found) throw new Error(found.problems.map(({ message }) => message).join())
  return found.read
}
const answersOf = (values: Record<string, string>) => read(values).answers
/** The columns in which something is wrong; each is told by a sentence. */
function wrong(values: Record<string, string>) {
  const found = reading(values)
  const problems = 'problems' in found ? found.problems : []
  for (const { message } of problems) expect(message).toMatch(/。$/)
  return problems.map(({ key }) => key)
}

describe('a row of a form', () => {
  it('means a child by name and birth date, or by the identity number, which tells the birth date', () => {
    expect(read({})).toEqual({ name: '张三', birthOn: '2015-05-20', paperNumber: null, answers: {} })
    expect(read({ birthOn: '', idNumber: '990101195503051218' })).toMatchObject({ birthOn: '1955-03-05', paperNumber: '990101195503051218' })
    expect(read({ birthOn: '2015-05-21', idNumber: '990101195503051218' }).birthOn).toBe('1955-03-05')
  })

  it('needs one of the two, and says a wrong number once', () => {
    expect(wrong({ birthOn: '' })).toEqual(['birthOn'])
    expect(wrong({ birthOn: '去年' })).toEqual(['birthOn'])
    expect(wrong({ birthOn: '', idNumber: '990101195503051219' })).toEqual(['idNumber'])
  })

  it('answers what it says, and leaves what is empty as it is', () => {
    expect(answersOf({ ethnicity: '汉族', registeredAddress: '西路2号', note: '需家访', boards: '是', yearlyIncome: '20,000元' }))
      .toEqual({ ethnicity: '汉族', registeredAddress: '西路2号', note: '需家访', boards: 'yes', yearlyIncomeYuan: 20_000 })
  })

  it('knows that a child boards, whatever the word', () => {
    expect(['是', '寄宿', '住校', '有', '否', '走读', '不寄宿', '是否'].map((boards) => answersOf({ boards }).boards))
      .toEqual(['yes', 'yes', 'yes', 'yes', 'no', 'no', 'no', 'no'])
  })

  it('knows incomes, aids and housing by the words the form prints, in any number and with any sign between', () => {
    expect(answersOf({ incomes: Object.values(incomeNames).join('、') }).incomes).toEqual(Object.keys(incomeNames))
    expect(answersOf({ aids: Object.values(aidNames).join('; ') }).aids).toEqual(Object.keys(aidNames))
    for (const [code, name] of Object.entries(housingNames)) expect(answersOf({ housing: name }).housing).toBe(code)
    expect(answersOf({ aids: '无', incomes: '无、务农' })).toEqual({ incomes: ['farming'] })
  })

  it('refuses other words, and names those that are known', () => {
    expect(wrong({ incomes: '务农、打牌' })).toEqual(['incomes'])
    expect(wrong({ aids: '很多' })).toEqual(['aids'])
    const found = reading({ housing: '帐篷' })
    expect('problems' in found && found.problems).toMatchObject([{ key: 'housing', message: expect.stringContaining('租住、借住') }])
  })

  it('takes an income in whole yuan', () => {
    expect(answersOf({ yearlyIncome: '0' }).yearlyIncomeYuan).toBe(0)
    expect(answersOf({ yearlyIncome: '１２'.normalize('NFKC') }).yearlyIncomeYuan).toBe(12)
    expect(['两万', '2万', '20000.5', '1234567890', '-5'].map((yearlyIncome) => wrong({ yearlyIncome })))
      .toEqual(Array.from({ length: 5 }, () => ['yearlyIncome']))
    expect(wrong({ yearlyIncome: '123456789' })).toEqual([])
  })

  it.each([['ethnicity', 20], ['registeredAddress', 200], ['note', 500], ['fatherName', 60], ['motherName', 60]])('refuses %s above %i characters',
    (key, most) => {
    expect(wrong({ [key]: '长'.repeat(most) })).toEqual([])
    expect(wrong({ [key]: '长'.repeat(most + 1) })).toEqual([key])
  })
})

describe('father and mother in a row', () => {
  it('are there when they are named, with what is known', () => {
    expect(answersOf({ fatherName: '张大', fatherPhone: '13800000000', motherName: '李四', motherWorkPlace: '深圳',
      motherIdNumber: '990101195503051218' }).relatives).toEqual([
      { relation: 'father', name: '张大', phone: '13800000000' }, { relation: 'mother', name: '李四', workPlace: '深圳', idNumber: '990101195503051218' }])
    expect(answersOf({ fatherPhone: '13800000000' })).toEqual({})
  })

  it('are refused in their own columns', () => {
    expect(wrong({ motherName: '李四', motherPhone: '12' })).toEqual(['motherPhone'])
    expect(wrong({ fatherName: '张大', motherName: '李四', motherIdNumber: '990101195503051219' })).toEqual(['motherIdNumber'])
    expect(wrong({ fatherName: '张大', fatherPhone: '12', motherName: '李四' })).toEqual(['fatherPhone'])
    expect(wrong({ fatherName: '张大', fatherWorkPlace: '长'.repeat(101) })).toEqual(['fatherWorkPlace'])
  })
})

describe('a form that was answered before', () => {
  const before: FormAnswers = { incomes: ['wages'], aids: [], ethnicity: '汉族',
    relatives: [{ relation: 'father', name: '张大', phone: '1' }, { relation: 'father', name: '张二' }] }

  it('keeps what the row leaves empty', () => {
    expect(answersAfter(before, { note: '需家访' })).toEqual({ ...before, note: '需家访' })
    expect(answersAfter(before, { incomes: ['farming'] })).toEqual({ ...before, incomes: ['farming'] })
  })

  it('takes a relative of the same relation and name from the row, and keeps the others', () => {
    expect(answersAfter(before, { relatives: [{ relation: 'father', name: '张大', phone: '2' }] }).relatives)
      .toEqual([{ relation: 'father', name: '张二' }, { relation: 'father', name: '张大', phone: '2' }])
    expect(answersAfter(before, { relatives: [{ relation: 'mother', name: '张大' }] }).relatives).toHaveLength(3)
  })

  it('has room for eight', () => {
    const many = Array.from({ length: 8 }, (_none, index) => ({ relation: 'kin' as const, name: `亲${index}` }))
    expect(answersAfter({ ...before, relatives: many }, { relatives: [{ relation: 'father', name: '张大' }] }).relatives).toEqual(many)
  })
})
