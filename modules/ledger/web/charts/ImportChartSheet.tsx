import { Input } from 'antd'
import { useId, useState } from 'react'
import { uploadFile } from '#platform/ui/api/upload.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { CellProblem } from '../../contract.ts'
import { TableRoom } from '../TableRoom.tsx'
import { useChanged } from '../api.ts'
import { chartWords } from './words.ts'

/** What an import brought. */
export type Outcome = { accounts: number; mapped: number }
type Wrong = { count: number; problems: readonly CellProblem[] }

/** Takes the next chart from a workbook; what is wrong stands beside the name of its cell. */
export function ImportChartSheet({ bookId, onImported }: { bookId: string; onImported: (outcome: Outcome) => void }) {
  const own = useWords(chartWords)
  const changed = useChanged()
  const ids = { name: useId(), year: useId() }
  const [name, setName] = useState('')
  const [year, setYear] = useState(() => String(Number(chinaToday().slice(0, 4)) + 1))
  const [wrong, setWrong] = useState<Wrong>()
  return (
    <Sheet title={own.importTitle}>
      <p>{own.importLead}</p>
      <div className="xh-filters ledger-apart">
        <div className="xh-filter">
          <label htmlFor={ids.name}>{own.chartName}</label>
          <Input id={ids.name} value={name} maxLength={60} placeholder={own.chartNameHint} onChange={event => setName(event.target.value)} />
        </div>
        <div className="xh-filter">
          <label htmlFor={ids.year}>{own.year}</label>
          <Input id={ids.year} value={year} maxLength={4} inputMode="numeric" onChange={event => setYear(event.target.value)} />
        </div>
      </div>
      {name.trim() === '' ? <p className="xh-secondary">{own.nameFirst}</p> : (
        <FileDrop<Outcome>
          endings={['.xlsx', '.csv']} maxMegabytes={5} hint={own.fileHint} onUploaded={outcome => { onImported(outcome); void changed() }}
          upload={async (file, onProgress) => {
            setWrong(undefined)
            return await uploadFile(`/books/${bookId}/charts`, file, { onProgress, fields: { name, year } }).catch((problem: unknown) => {
              const { code, data } = toRefusal(problem)
              if (code === 'CELLS_WRONG') setWrong(data as Wrong)
              throw problem
            }) as Outcome
          }}
        />
      )}
      {wrong !== undefined && <WrongCells wrong={wrong} />}
    </Sheet>
  )
}

function WrongCells({ wrong }: { wrong: Wrong }) {
  const own = useWords(chartWords)
  return (
    <section aria-label={own.wrong(wrong.count)}>
      <h3>{own.wrong(wrong.count)}</h3>
      <TableRoom label={own.problem}>
        <table className="ledger-grid">
          <thead><tr>{[own.cell, own.column, own.content, own.problem].map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{wrong.problems.map((problem, at) => (
            <tr key={at}>
              <th scope="row">{problem.column === '' ? own.row(problem.row) : `${problem.column}${problem.row}`}</th>
              <td>{problem.title}</td><td>{problem.text}</td><td>{problem.message}</td>
            </tr>
          ))}</tbody>
        </table>
      </TableRoom>
    </section>
  )
}
