import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { StatementForm, StatementLine } from '../../contract.ts'
import { lastDayOf } from '../../rules/months.ts'
import { leavesOf, parseFormula, type LeafTerm } from '../../rules/statements/formula.ts'

/** A line of a form before it is counted. */
export type FormLine = Omit<StatementLine, 'figures'>
/** A form that holds in a month, with the terms of each numbered line down to its postings. */
export type HeldForm = { form: StatementForm; name: string; number: string; source: string; lines: FormLine[]; terms: Map<number, LeafTerm[]> }

/** The form that holds on the last day of a month. */
export async function loadForm({ tx }: Context, { form, month }: { form: StatementForm; month: number }): Promise<HeldForm> {
  const { rows } = await sql<FormLine & { formula: string | null; formName: string; formNumber: string; source: string }>`
    select l.number, l.name, l.depth, l.part, l.is_total, l.formula, f.name as form_name, f.number as form_number, f.source
      from ledger.statement_forms f join ledger.statement_lines l on l.form = f.form and l.valid_from = f.valid_from
     where f.form = ${form} and f.valid_from = (select max(latest.valid_from) from ledger.statement_forms latest
       where latest.form = ${form} and latest.valid_from <= ${lastDayOf(month)}::date) order by l.seq`.execute(tx)
  const [first] = rows
  if (first === undefined) throw new Refusal('FORM_MISSING')
  const formulas = new Map(rows.flatMap(({ number, formula }) => (number === null || formula === null ? [] : [[number, parseFormula(formula)] as const])))
  return {
    form, name: first.formName, number: first.formNumber, source: first.source,
    lines: rows.map(({ number, name, depth, part, isTotal }) => ({ number, name, depth, part, isTotal })),
    terms: new Map([...formulas.keys()].map((line) => [line, leavesOf(line, formulas)])),
  }
}
