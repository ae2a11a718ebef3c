import { sql, type RawBuilder } from 'kysely'
import { yearStart } from '../../rules/months.ts'
import { broughtIn, notTurnover, type Span } from '../../rules/statements/columns.ts'

/** Whether a row with month and kind lies in the span of a month: said once, for the figure and for its postings. */
export function isInSpan(row: string, { span, month }: { span: Span; month: number }): RawBuilder<boolean> {
  const [of, first] = [sql.ref(row), yearStart(month)]
  const turnover = sql`${of}.kind <> all(${[...notTurnover]}::text[])`
  switch (span) {
    case 'opening': return sql`(${of}.month < ${first} or (${of}.month <= ${month} and ${of}.kind = any(${[...broughtIn]}::text[])))`
    case 'closing': return sql`(${of}.month <= ${month})`
    case 'month': return sql`(${of}.month = ${month} and ${turnover})`
    case 'year': return sql`(${of}.month between ${first} and ${month} and ${turnover})`
  }
}
