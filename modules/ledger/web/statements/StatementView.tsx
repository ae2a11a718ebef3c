import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { Statement, StatementForm, StatementLine } from '../../contract.ts'
import { queryOf } from './address.ts'
import { queries } from './api.ts'
import { FigureGrid, type GridRow } from './FigureGrid.tsx'
import { words } from './words.ts'

/** A statement on its form; each figure opens its postings. */
export function StatementView({ bookId, form, month }: { bookId: string; form: StatementForm; month: number }) {
  const texts = useWords(words)
  const { listed } = useWords()
  const found = useQuery(queries.getStatement.queryOptions({ input: { bookId, form, month } }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const statement = found.data
  const parts = [...new Set(statement.lines.map(({ part }) => part))]
  return (
    <>
      {statement.unplaced.length > 0 && (
        <Alert type="warning" showIcon title={texts.unplacedTitle}
          description={<><p>{texts.unplacedLead}</p><p>{listed(statement.unplaced.map(({ code, name }) => `${code} ${name}`))}</p></>} />
      )}
      <div className={parts.length > 1 ? 'ledger-halves' : ''}>
        {parts.map(part => (
          <Sheet key={part} title={part === 'all' ? texts.tables[form] : texts.parts[part]}>
            <FigureGrid caption={part === 'all' ? texts.tables[form] : texts.parts[part]} nameTitle={texts.parts[part]}
              columns={statement.columns.map(column => texts.columns[column])} first={form === 'balance-sheet' ? 1 : 0}
              rows={statement.lines.filter(line => line.part === part).map((line, at) => rowOf(statement, line, { at, texts }))} />
          </Sheet>
        ))}
      </div>
      <p className="ledger-source">{texts.source(statement.number, statement.source)}</p>
    </>
  )
}

function rowOf(statement: Statement, line: StatementLine, { at, texts }: { at: number; texts: (typeof words)['en'] }): GridRow {
  return {
    key: `${line.number ?? `head${at}`}`, depth: line.depth, isTotal: line.isTotal,
    name: <>{line.name}{line.number !== null && <span className="ledger-apart"> {line.number}</span>}</>,
    cells: statement.columns.map((column, index) => {
      const figure = line.figures[index]
      if (figure === undefined || line.number === null) return ''
      if (figure === 0) return <span key={column} className="ledger-apart">{formatYuan(0)}</span>
      const to = `/statements/figure${queryOf({ book: statement.bookId, form: statement.form, month: statement.month, line: line.number, column })}`
      const told = texts.opensPostings(`${line.name} ${texts.columns[column]} ${formatYuan(figure)}`)
      return <Link key={column} to={to} className="xh-row-link" aria-label={told}>{formatYuan(figure)}</Link>
    }),
  }
}
