import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type client } from '../api.ts'
import { projectWords } from './words.ts'
import './projects.css'

/** The postings a figure of a project is the sum of. */
export default function PostingsPage() {
  const own = useWords(projectWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { search } = useAddress<{ line: string }>()
  const asked = useQuery(queries.listProjectPostings.queryOptions({ input: { id, ...(search.line === undefined ? {} : { lineId: search.line }) } }))
  const project = useQuery(queries.getProject.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined || project.data === undefined) return <Skeleton active />
  const of = project.data.lines.find(line => line.id === search.line)?.name ?? project.data.name
  return (
    <Page title={own.openPostings(of)} lead={own.postingsLead} back={{ to: `/projects/${id}`, label: project.data.name }}>
      <Sheet>{asked.data.items.length === 0 ? <p className="xh-secondary">{own.noPostings}</p> : <PostingTable {...asked.data} />}</Sheet>
    </Page>
  )
}

function PostingTable({ items, totalFen }: Awaited<ReturnType<typeof client.listProjectPostings>>) {
  const own = useWords(projectWords)
  const { may } = useSession()
  return (
    <div className="projects-scroll" role="region" aria-label={own.postings} tabIndex={0}>
      <table className="projects-table projects-postings">
        <thead><tr>
          <th scope="col">{own.day}</th><th scope="col">{own.memo}</th><th scope="col">{own.account}</th><th scope="col">{own.lineName}</th>
          <th scope="col" className="projects-number">{own.amount}</th><th scope="col">{own.voucherTitle}</th>
        </tr></thead>
        <tbody>{items.map((item, at) => (
          <tr key={`${item.journalId}-${at}`}>
            <td>{item.datedOn}</td><td>{item.memo}</td><td>{item.accountCode} {item.accountName}</td><td>{item.projectLabel}</td>
            <td className="projects-number">{formatYuan(item.amountFen)}</td>
            <td>{item.voucherId === null ? own.notGathered : may('ledger.read') ? <Link to={`/vouchers/${item.voucherId}`}>{own.voucher}</Link> : ''}</td>
          </tr>
        ))}</tbody>
        <tfoot><tr><th scope="row" colSpan={4}>{own.total}</th><td className="projects-number"><strong>{formatYuan(totalFen)}</strong></td></tr></tfoot>
      </table>
    </div>
  )
}
