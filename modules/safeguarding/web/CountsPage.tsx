import { useQuery } from '@tanstack/react-query'
import { Select, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { momentNow, queries } from './api.ts'
import './safeguarding.css'
import { words } from './words.ts'

/** How many reports there were, by state and situation: numbers alone, they open nothing. */
export default function CountsPage() {
  const texts = useWords(words)
  const { search, set } = useAddress<{ year: string }>()
  const thisYear = Number(momentNow().slice(0, 4))
  const chosen = Number(search.year)
  const year = Number.isInteger(chosen) && chosen >= 2020 && chosen <= 2100 ? chosen : thisYear
  const asked = useQuery(queries.countReports.queryOptions({ input: { year } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  const counts = asked.data
  const titles: Readonly<Record<string, string>> = texts.situationTitles
  return (
    <Page title={texts.counts} width="text" lead={texts.countsLead}>
      <div className="xh-filter xh-gap">
        <label htmlFor="counts-year">{texts.year}</label>
        <Select
          id="counts-year" className="xh-select" value={year} onChange={value => set('year', value === thisYear ? '' : String(value))}
          options={Array.from({ length: 5 }, (_, back) => ({ value: thisYear - back, label: texts.yearOf(thisYear - back) }))}
        />
      </div>
      {counts === undefined ? <Skeleton active /> : (
        <>
          <Sheet title={texts.total}>
            <Facts
              lines={[
                fact(texts.report, <><strong>{counts.total}</strong>{texts.piecesWord}</>), fact(texts.statusWords.filed, texts.pieces(counts.unopened)),
                fact(texts.statusWords.handling, texts.pieces(counts.handling)), fact(texts.statusWords.closed, texts.pieces(counts.closed)),
              ]}
            />
          </Sheet>
          <Sheet title={texts.bySituation}>
            <table className="xh-table">
              <thead><tr><th scope="col">{texts.situation}</th><th scope="col" className="xh-right">{texts.number}</th></tr></thead>
              <tbody>{counts.bySituation.map(row => (
                <tr key={row.code}><td>{titles[row.code] ?? row.title}</td><td className="xh-right">{row.count}</td></tr>))}
              </tbody>
            </table>
          </Sheet>
        </>
      )}
    </Page>
  )
}
