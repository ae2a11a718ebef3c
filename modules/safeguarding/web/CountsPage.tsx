import { useQuery } from '@tanstack/react-query'
import { Select, Skeleton } from 'antd'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { momentNow, queries } from './api.ts'
import './safeguarding.css'

/** How many reports there were, by state and situation: numbers alone, they open nothing. */
export default function CountsPage() {
  const { search, set } = useAddress<{ year: string }>()
  const thisYear = Number(momentNow().slice(0, 4))
  const chosen = Number(search.year)
  const year = Number.isInteger(chosen) && chosen >= 2020 && chosen <= 2100 ? chosen : thisYear
  const asked = useQuery(queries.countReports.queryOptions({ input: { year } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  const counts = asked.data
  return (
    <Page title="强制报告件数" width="text" lead="只有件数，看不到是哪个孩子、谁报告。误报的不计。">
      <div className="xh-filter xh-gap">
        <label htmlFor="counts-year">年份</label>
        <Select
          id="counts-year" className="xh-select" value={year} onChange={value => set('year', value === thisYear ? '' : String(value))}
          options={Array.from({ length: 5 }, (_, back) => ({ value: thisYear - back, label: `${thisYear - back}年` }))}
        />
      </div>
      {counts === undefined ? <Skeleton active /> : (
        <>
          <Sheet title="合计">
            <dl className="sg-facts">
              <div><dt>报告</dt><dd><strong>{counts.total}</strong> 件</dd></div>
              <div><dt>待查看</dt><dd>{counts.unopened} 件</dd></div>
              <div><dt>处置中</dt><dd>{counts.handling} 件</dd></div>
              <div><dt>已办结</dt><dd>{counts.closed} 件</dd></div>
            </dl>
          </Sheet>
          <Sheet title="按情形（一份报告可有几种情形）">
            <table className="xh-table">
              <thead><tr><th scope="col">情形</th><th scope="col" className="xh-right">件数</th></tr></thead>
              <tbody>{counts.bySituation.map(row => <tr key={row.code}><td>{row.title}</td><td className="xh-right">{row.count}</td></tr>)}</tbody>
            </table>
          </Sheet>
        </>
      )}
    </Page>
  )
}
