import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { queries } from '../api.ts'
import { DueTag } from '../DueTag.tsx'
import { RiskTag } from '../RiskTag.tsx'

/** On the child's page: its cases, and the way to open one. */
export default function CasesOfChild({ childId }: { childId: string }) {
  const { may } = useSession()
  const { data } = useQuery(queries.listCases.queryOptions({ input: { childId, limit: 10 } }))
  const hasOpen = data?.items.some(({ status }) => status === 'open') ?? true
  const open = may('case.open') && !hasOpen && <Link to="/cases/open" search={{ child: childId } as never}><Button>开案</Button></Link>
  return (
    <Sheet title="帮扶个案" actions={open}>
      {data?.items.length === 0 && <p className="xh-secondary">还没有开案。</p>}
      <ul className="xh-cards">
        {data?.items.map(of => (
          <li key={of.id}>
            <div className="xh-card-name"><Link to={`/cases/${of.id}`}>{of.openedOn} 开案{of.closedOn && `，${of.closedOn} 结案`}</Link></div>
            <p><RiskTag colour={of.colour} /> <DueTag of={of} /></p>
            <p>{of.volunteers.length > 0 ? `结对人：${of.volunteers.map(({ name }) => name).join('、')}` : '未结对'}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
