import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
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
            <RateTable caption={texts.byLevel} head={texts.sort} rows={asked.data.levels.map(each => ({
              ...each, key: each.sort, name: texts.sortWords[each.sort], of: `.${each.sort}`, unit,
            }))} />
          </Sheet>
          {asked.data.items.length > 0 && (
            <Sheet title={texts.byUnit}>
              <RateTable caption={texts.byUnit} head={texts.unit} rows={asked.data.items.map(each => ({
                ...each, key: each.id, of: '', unit: each.unitCode,
                name: <Link to="/founding-rates" search={{ unit: each.unitCode } as never}>{each.name}</Link> }))} />
            </Sheet>
          )}
        </>
      )}
    </Page>
  )
}

/** `of` ends the codes of its figures, which open the units they count; `unit` is whose they are. */
type RateRow = { key: string; name: React.ReactNode; due: number; established: number; of: string; unit: string | undefined }

function RateTable({ caption, head, rows }: { caption: string; head: string; rows: RateRow[] }) {
  const texts = useWords(words)
  return (
    <div className="xh-table-room">
      <table className="xh-table" aria-label={caption}>
        <thead><tr><th scope="col">{head}</th><th scope="col" className="xh-right">{texts.due}</th>
          <th scope="col" className="xh-right">{texts.established}</th><th scope="col" className="xh-right">{texts.rate}</th></tr></thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}><th scope="row">{row.name}</th>
              <td className="xh-right"><Opened figure={`units.due${row.of}`} unit={row.unit} count={row.due} /></td>
              <td className="xh-right"><Opened figure={`units.founded${row.of}`} unit={row.unit} count={row.established} /></td>
              <td className="xh-right">{row.due === 0 ? '—' : `${(Math.floor(row.established * 1000 / row.due) / 10).toFixed(1)}%`}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A number that opens the units it counts, for who may read figures. */
function Opened({ figure, unit, count }: { figure: string; unit: string | undefined; count: number }) {
  const { may } = useSession()
  if (!may('figure.read')) return count
  return <Link to={`/figures/${figure}` as never} search={(unit === undefined ? {} : { unit }) as never}>{count}</Link>
}
