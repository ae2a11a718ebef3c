import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queryOf, type FigureAddress, type SplitAddress } from './address.ts'
import { queries } from './api.ts'
import { writeValue } from './write-value.ts'
import { words } from './words.ts'

type Part = { key: string; name: string; value: number }

/** Name of the part of a figure that the address asks for; undefined where it is all of it. */
export function usePartName(code: string, asked: FigureAddress, { fund, source }: SplitAddress): string | undefined {
  const texts = useWords(words)
  const { data } = useQuery({ ...queries.listFigureSplits.queryOptions({ input: { code, ...asked } }), enabled: fund !== undefined })
  if (source !== undefined) return texts.sourceWords[source]
  return fund === undefined ? undefined : data?.funds.find(({ key }) => key === fund)?.name ?? ''
}

/** A figure of money by fund and by source; each number opens its records. */
export function SplitSheet({ code, unit, asked }: { code: string; unit: string; asked: FigureAddress }) {
  const texts = useWords(words)
  const { data } = useQuery(queries.listFigureSplits.queryOptions({ input: { code, ...asked } }))
  if (data === undefined || data.funds.length + data.sources.length === 0) return null
  return (
    <>
      <PartTable title={texts.byFund} head={texts.fund} unit={unit} parts={data.funds} to={key => `/figures/${code}${queryOf({ ...asked, fund: key })}`} />
      <PartTable title={texts.bySource} head={texts.source} unit={unit} to={key => `/figures/${code}${queryOf({ ...asked, source: key })}`}
        parts={data.sources.map(part => ({ ...part, name: texts.sourceWords[part.key as keyof typeof texts.sourceWords] }))} />
    </>
  )
}

type Table = { title: string; head: string; unit: string; parts: readonly Part[]; to: (key: string) => string }

function PartTable({ title, head, unit, parts, to }: Table) {
  const texts = useWords(words)
  return (
    <Sheet title={title}>
      <div className="xh-table-room">
        <table className="xh-table" aria-label={title}>
          <thead><tr><th scope="col">{head}</th><th scope="col" className="xh-right">{texts.valueIn(unit)}</th></tr></thead>
          <tbody>
            {parts.map(({ key, name, value }) => (
              <tr key={key}>
                <td>{name}</td>
                <td className="xh-right">
                  <Link className="xh-row-link" to={to(key)} aria-label={texts.rowsOf(`${name} ${writeValue(value)}`)}>{writeValue(value)}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
