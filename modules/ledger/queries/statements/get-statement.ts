import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { Statement, StatementForm } from '../../contract.ts'
import { columnsOfForm } from '../../rules/statements/columns.ts'
import { loadBookTitle } from './book-title.ts'
import { figuresOfBalances, figuresOfFlows, findUnplaced, readClassBalances } from './figures.ts'
import { loadForm } from './statement-form.ts'

/** A statement of a month, every figure by the formula of its line. */
export async function getStatement(
  context: Context, { bookId, form: asked, month }: { bookId: string; form: StatementForm; month: number },
): Promise<Statement> {
  mustReadBooks(context.actor)
  const { scopeCode: _scope, startsMonth: _starts, ...title } = await loadBookTitle(context, bookId)
  const form = await loadForm(context, { form: asked, month })
  const balances = asked === 'cash-flow' ? [] : await readClassBalances(context, { bookId, month })
  const figures = asked === 'cash-flow' ? await figuresOfFlows(context, form, { bookId, month }) : figuresOfBalances(form, balances)
  return {
    ...title, form: asked, name: form.name, number: form.number, source: form.source, month, columns: columnsOfForm[asked].map(({ key }) => key),
    lines: form.lines.map((line) => ({ ...line, figures: line.number === null ? [] : figures.get(line.number) ?? [] })),
    unplaced: findUnplaced(form, balances),
  }
}
