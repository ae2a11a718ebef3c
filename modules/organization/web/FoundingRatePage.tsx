import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { words } from './words.ts'

/** 应建, 已建 and 组建率 by level and by the units below; a unit opens the same table for itself. */
export default function FoundingRatePage() {
  const texts = useWords(words)
  const { search } = useAddress()
  const unit = typeof search['unit'] === 'string' || typeof search['unit'] === 'number' ? String(search['unit']) : undefined
  const asked = useQuery(queries.listFoundingRates.queryOptions({ input: { limit: 200, ...(unit === undefined ? {} : { unit }) } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <Page title={texts.foundingRate} lead={texts.rateLead} back={{ to: '/units', label: texts.units }}>
      {asked.data === undefined && <Skeleton active />}
      {asked.data && (
        <>
          <Sheet title={texts.byLevel}>
            <RateTable caption={texts.byLevel} rows={asked.data.levels.map(each => ({
              ...each, key: `${each.level} ${each.kind}`, name: texts.sortOf(each),
            }))} />
          </Sheet>
          {asked.data.items.length > 0 && (
            <Sheet title={texts.byUnit}>
              <RateTable caption={texts.byUnit} rows={asked.data.items.map(each => ({
                ...each, key: each.id, name: <Link to="/founding-rates" search={{ unit: each.unitCode } as never}>{each.name}</Link> }))} />
            </Sheet>
          )}
        </>
      )}
    </Page>
  )
}

type RateRow = { key: string; name: React.ReactNode; due: number; established: number }

function RateTable({ caption, rows }: { caption: string; rows: RateRow[] }) {
  const texts = useWords(words)
  return (
    <div className="xh-table-room">
      <table className="xh-table" aria-label={caption}>
        <thead><tr><th scope="col">{texts.unit}</th><th scope="col" className="xh-right">{texts.due}</th>
          <th scope="col" className="xh-right">{texts.established}</th><th scope="col" className="xh-right">{texts.rate}</th></tr></thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}><th scope="row">{row.name}</th><td className="xh-right">{row.due}</td><td className="xh-right">{row.established}</td>
              <td className="xh-right">{row.due === 0 ? '—' : `${(Math.floor(row.established * 1000 / row.due) / 10).toFixed(1)}%`}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
