import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { pageFrom, type Page } from '#platform/contract/paging.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { FigurePosting, OfFigure } from '../../contract.ts'
import { columnsOfForm, type Column } from '../../rules/statements/columns.ts'
import { factorOf, flowFactorOf, type LeafTerm } from '../../rules/statements/formula.ts'
import { loadBook } from '../load-book.ts'
import { flows } from './flows.ts'
import { behindCursor, inOrder, listedColumns, orderKey, withListed } from './posting-columns.ts'
import { isInSpan } from './spans.ts'
import { loadForm } from './statement-form.ts'

type Wish = z.output<typeof OfFigure> & { after?: string | undefined; limit: number }
type FigurePage = Page<FigurePosting> & { figureFen: number; lineName: string }

/** The postings a figure counts: terms, span and class are those the figure was counted by, so that they add up to it. */
export async function listFigurePostings(context: Context, input: Wish): Promise<FigurePage> {
  mustReadBooks(context.actor)
  await loadBook(context, input.bookId)
  const form = await loadForm(context, input)
  const [terms, column] = [form.terms.get(input.line), columnsOfForm[input.form].find(({ key }) => key === input.column)]
  if (terms === undefined || column === undefined) throw new Refusal('NO_SUCH_FIGURE')
  const counted = input.form === 'cash-flow' ? await countedFlows(context, input, { terms, column }) : await countedPostings(context, input, { terms, column })
  const { rows: [sum] } = await sql<{ figureFen: number; total: number }>`
    select coalesce(sum(p.counted_fen), 0)::float8 as figure_fen, count(*)::int as total from ${counted} p`.execute(context.tx)
  const { rows } = await sql<FigurePosting>`
    select ${listedColumns}, p.counted_fen::float8 as counted_fen from ${counted} p ${withListed(context)}
     where ${behindCursor(input.after)} order by ${inOrder} limit ${input.limit + 1}`.execute(context.tx)
  return {
    ...pageFrom(rows, { limit: input.limit, keyOf: orderKey }, sum?.total ?? 0), figureFen: sum?.figureFen ?? 0,
    lineName: form.lines.find(({ number }) => number === input.line)?.name ?? '',
  }
}

type Of = { terms: readonly LeafTerm[]; column: Column }

/** Postings of the accounts the terms name, each as often as they name it. */
async function countedPostings({ tx, actor }: Context, { bookId, month }: Wish, { terms, column }: Of): Promise<RawBuilder<unknown>> {
  const accounts = await tx.selectFrom('ledger.accounts').select(['id', sql<string>`coalesce(form_code, code)`.as('code')])
    .where('cityId', '=', actor.cityId).where('bookId', '=', bookId).execute()
  const classes = column.only === null ? [false, true] : [column.only === 'restricted']
  const named = accounts.flatMap(({ id, code }) => classes.map((isRestricted) => ({ id, isRestricted, factor: factorOf(terms, { code, isRestricted }) })))
    .filter(({ factor }) => factor !== 0)
  return sql`(
    select p.*, n.factor * p.amount_fen as counted_fen
      from unnest(${named.map(({ id }) => id)}::uuid[], ${named.map(({ isRestricted }) => isRestricted)}::boolean[],
        ${named.map(({ factor }) => factor)}::int[]) n(account_id, is_restricted, factor)
      join ledger.postings p on p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.account_id = n.account_id
        and (p.restriction <> 'none') = n.is_restricted
     where ${isInSpan('p', { span: column.span, month })})`
}

/** Postings that explain the movement of cash by items the terms name. */
async function countedFlows(context: Context, { bookId, month }: Wish, { terms, column }: Of): Promise<RawBuilder<unknown>> {
  const items = [...new Set(terms.flatMap((term) => (term.kind === 'flow' ? [term.item] : [])))]
  const named = items.map((item) => ({ item, factor: flowFactorOf(terms, item) })).filter(({ factor }) => factor !== 0)
  return sql`(
    select s.*, n.factor * s.flow_fen as counted_fen from ${flows(context, { bookId, month, spans: [column.span] })}
      join unnest(${named.map(({ item }) => item)}::text[], ${named.map(({ factor }) => factor)}::int[]) n(item, factor) on n.item = s.item)`
}
