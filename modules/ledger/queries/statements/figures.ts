import { sql } from 'kysely'
import { sumFen } from '#platform/values/money.ts'
import type { Context } from '#platform/http/context.ts'
import { isInColumn, columnsOfForm, type Span } from '../../rules/statements/columns.ts'
import { factorOf, flowFactorOf, type LeafTerm } from '../../rules/statements/formula.ts'
import { monthBalances } from '../balances.ts'
import { flows } from './flows.ts'
import { isInSpan } from './spans.ts'
import type { HeldForm } from './statement-form.ts'

/** What an account of one class did in each span, debit counted up. */
export type ClassBalance = { accountId: string; code: string; name: string; isRestricted: boolean } & Record<`${Span}Fen`, number>
type Wish = { bookId: string; month: number }

/** All a set of books holds at a month, by account and class. */
export async function readClassBalances(context: Context, { bookId, month }: Wish): Promise<ClassBalance[]> {
  const from = await monthBalances(context, { bookId, untilMonth: month })
  const over = (span: Span) => sql`coalesce(sum(s.debit_fen - s.credit_fen) filter (where ${isInSpan('s', { span, month })}), 0)::float8`
  const { rows } = await sql<ClassBalance>`
    select t.*, coalesce(a.form_code, a.code) as code, a.name from (
      select s.account_id, s.restriction <> 'none' as is_restricted, ${over('opening')} as opening_fen, ${over('closing')} as closing_fen,
        ${over('month')} as month_fen, ${over('year')} as year_fen from ${from} group by s.account_id, s.restriction <> 'none') t
      join ledger.accounts a on a.city_id = ${context.actor.cityId} and a.id = t.account_id order by a.code, a.id`.execute(context.tx)
  return rows
}

/** The figures of the numbered lines of 资产负债表 or 业务活动表, in the order of the columns. */
export function figuresOfBalances(form: HeldForm, balances: readonly ClassBalance[]): Map<number, number[]> {
  const count = (terms: readonly LeafTerm[]) => columnsOfForm[form.form].map((column) => sumFen(balances
    .filter(({ isRestricted }) => isInColumn(column, isRestricted)).map((balance) => factorOf(terms, balance) * balance[`${column.span}Fen`])))
  return new Map([...form.terms].map(([line, terms]) => [line, count(terms)]))
}

/** Accounts that hold or moved something in the columns of a form and stand on none of its lines. */
export function findUnplaced(form: HeldForm, balances: readonly ClassBalance[]): { code: string; name: string }[] {
  const all = [...form.terms.values()].flat()
  const isNamed = ({ code, isRestricted }: ClassBalance) => all.some((term) =>
    term.kind === 'accounts' && code.startsWith(term.code) && (term.only === null || (term.only === 'restricted') === isRestricted))
  const isOfForm = ({ code }: ClassBalance) => form.form === 'balance-sheet' || code.startsWith('4') || code.startsWith('5')
  const strange = balances.filter((balance) => isOfForm(balance) && !isNamed(balance)
    && columnsOfForm[form.form].some(({ span }) => balance[`${span}Fen`] !== 0))
  return [...new Map(strange.map(({ code, name }) => [code, { code, name }])).values()]
}

/** The figures of the numbered lines of 现金流量表, in the order of the columns. */
export async function figuresOfFlows(context: Context, form: HeldForm, { bookId, month }: Wish): Promise<Map<number, number[]>> {
  const columns = columnsOfForm[form.form]
  const sums = columns.map(({ span }) => sql`
    coalesce(sum(s.flow_fen) filter (where ${isInSpan('s', { span, month })}), 0)::float8 as ${sql.ref(`${span}_fen`)}`)
  const { rows } = await sql<{ item: string } & Record<`${Span}Fen`, number>>`
    select s.item, ${sql.join(sums)} from ${flows(context, { bookId, month, spans: columns.map(({ span }) => span) })} group by s.item`.execute(context.tx)
  const count = (terms: readonly LeafTerm[]) => columns.map(({ span }) => sumFen(rows.map((row) => flowFactorOf(terms, row.item) * row[`${span}Fen`])))
  return new Map([...form.terms].map(([line, terms]) => [line, count(terms)]))
}
