import type { Context } from '#platform/http/context.ts'
import type { StatementForm } from '../../contract.ts'
import { columnsOfForm } from '../../rules/statements/columns.ts'
import { figuresOfBalances, findUnplaced, readClassBalances } from './figures.ts'
import { loadForm } from './statement-form.ts'

/** Totals of the statements of a year; not whole where an account stands on no line. */
export type StatementTotals = { incomeFen: number; costFen: number; netAssetsFen: number; isWhole: boolean }

/** Lines of the forms of 2004: 收入合计, 费用合计, 净资产合计. */
const lines = { income: 11, cost: 35, netAssets: 110 } as const

/** What the statements of a year come to, for modules that reckon from postings and must agree. Callers check their own permission. */
export async function sumStatements(context: Context, { bookId, year }: { bookId: string; year: number }): Promise<StatementTotals> {
  const month = year * 100 + 12
  const balances = await readClassBalances(context, { bookId, month })
  const read = async (asked: StatementForm, column: string) => {
    const form = await loadForm(context, { form: asked, month })
    const at = columnsOfForm[asked].findIndex(({ key }) => key === column)
    const figures = figuresOfBalances(form, balances)
    return { fenOf: (line: number) => figures.get(line)?.[at] ?? 0, isWhole: findUnplaced(form, balances).length === 0 }
  }
  const [activities, sheet] = [await read('activities', 'year-total'), await read('balance-sheet', 'closing')]
  return {
    incomeFen: activities.fenOf(lines.income), costFen: activities.fenOf(lines.cost), netAssetsFen: sheet.fenOf(lines.netAssets),
    isWhole: activities.isWhole && sheet.isWhole,
  }
}
