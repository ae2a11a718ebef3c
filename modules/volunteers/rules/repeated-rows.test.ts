import { describe, expect, it } from 'vitest'
import { findRepeatedRows } from './repeated-rows.ts'

const person = (rowNumber: number, name: string, birthOn: string | null = null, idNumber: string | null = null) => ({ rowNumber, name, birthOn, idNumber })
const repeated = (...rows: ReturnType<typeof person>[]) => findRepeatedRows(rows).map(({ rowNumber, key, message }) =>
  [rowNumber, key, /第(\d+)行/.exec(message)?.[1]])

describe('a row repeats an earlier one', () => {
  it('by the same identity number, under whatever name', () => {
    expect(repeated(person(2, '王建国', null, '990101195503051218'), person(3, '王建囯', null, '990101195503051218'))).toEqual([[3, 'idNumber', '2']])
  })

  it('by the same name and birth date', () => {
    expect(repeated(person(2, '王建国', '1955-03-05'), person(3, '王建国', '1955-03-05'))).toEqual([[3, 'name', '2']])
    expect(repeated(person(2, '王建国', '1955-03-05'), person(3, '王建国', '1955-03-06'), person(4, '李建国', '1955-03-05'))).toEqual([])
  })

  it('not by a name alone', () => {
    expect(repeated(person(2, '王建国'), person(3, '王建国'))).toEqual([])
  })

  it('and says so once, by the number before the name, and of the first of several', () => {
    const again = (rowNumber: number) => person(rowNumber, '王建国', '1955-03-05', '990101195503051218')
    expect(repeated(again(2), again(3), again(4))).toEqual([[3, 'idNumber', '2'], [4, 'idNumber', '2']])
  })

  it('which is imported; a row that is not does not stand against others', () => {
    expect(repeated(
      person(2, '王建国', null, '990101195503051218'), person(3, '李桂花', '1955-05-05', '990101195503051218'), person(4, '李桂花', '1955-05-05'),
    )).toEqual([[3, 'idNumber', '2']])
  })
})
