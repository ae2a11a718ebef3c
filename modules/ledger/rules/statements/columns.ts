import type { StatementColumn, StatementForm } from '../../contract.ts'

/** Span of time of a column: what stood at the beginning of the year, what stands at the end of the month, the month, the year up to the month. */
export type Span = 'opening' | 'closing' | 'month' | 'year'
/** What a column counts: a span, and where it is apart by class, one class. */
export type Column = { key: StatementColumn; span: Span; only: 'unrestricted' | 'restricted' | null }

const byClass = (span: 'month' | 'year'): Column[] => [
  { key: `${span}-unrestricted`, span, only: 'unrestricted' },
  { key: `${span}-restricted`, span, only: 'restricted' }, { key: `${span}-total`, span, only: null },
]

/** Columns of each form. */
export const columnsOfForm: Record<StatementForm, readonly Column[]> = {
  'balance-sheet': [{ key: 'opening', span: 'opening', only: null }, { key: 'closing', span: 'closing', only: null }],
  activities: [...byClass('month'), ...byClass('year')],
  'cash-flow': [{ key: 'month', span: 'month', only: null }, { key: 'year', span: 'year', only: null }],
}

/** Kinds of journals that bring balances in or over and are no turnover of a month. */
export const notTurnover = ['opening', 'conversion', 'carry-over'] as const
/** Kinds of journals that make up what stood at the beginning of a year, beside all before it. */
export const broughtIn = ['opening', 'conversion'] as const

/** Whether a class is counted in a column. */
export const isInColumn = ({ only }: Pick<Column, 'only'>, isRestricted: boolean): boolean => only === null || (only === 'restricted') === isRestricted
