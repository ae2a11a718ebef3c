import { expect, it } from 'vitest'
import { columnsOfForm, isInColumn } from './columns.ts'

it('a column counts both classes, or the one it is for', () => {
  expect([isInColumn({ only: null }, true), isInColumn({ only: null }, false)]).toEqual([true, true])
  expect([isInColumn({ only: 'restricted' }, true), isInColumn({ only: 'restricted' }, false)]).toEqual([true, false])
  expect([isInColumn({ only: 'unrestricted' }, true), isInColumn({ only: 'unrestricted' }, false)]).toEqual([false, true])
})

it('each column of a form has a key of its own, and where classes are apart their total stands beside them', () => {
  for (const columns of Object.values(columnsOfForm)) expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
  expect(columnsOfForm['balance-sheet'].map(({ key, span, only }) => [key, span, only])).toEqual([['opening', 'opening', null], ['closing', 'closing', null]])
  expect(columnsOfForm['cash-flow'].map(({ key, span, only }) => [key, span, only])).toEqual([['month', 'month', null], ['year', 'year', null]])
  for (const span of ['month', 'year']) {
    expect(columnsOfForm.activities.filter((column) => column.span === span).map(({ key, only }) => [key, only]))
      .toEqual([[`${span}-unrestricted`, 'unrestricted'], [`${span}-restricted`, 'restricted'], [`${span}-total`, null]])
  }
})
