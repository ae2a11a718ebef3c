import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { DueTag } from '../DueTag.tsx'
import { RiskTag } from '../RiskTag.tsx'
import { careWords } from '../words.ts'
import { caseWords } from './words.ts'

/** On the child's page: its cases, and the way to open one while the child is registered. */
export default function CasesOfChild({ childId, status }: { childId: string; status: string }) {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const { may } = useSession()
  const { data } = useQuery(queries.listCases.queryOptions({ input: { childId, limit: 10 } }))
  const hasOpen = data?.items.some(({ status }) => status === 'open') ?? true
  const open = may('case.open') && status === 'registered' && !hasOpen && (
    <Link to="/cases/open" search={{ child: childId } as never}><Button>{care.openCase}</Button></Link>)
  return (
    <Sheet title={care.cases} actions={open}>
      {(data?.items.filter(({ status }) => status === 'open').length ?? 0) > 1 && (
        <Alert type="warning" showIcon className="xh-gap" title={words.doubles} description={may('case.close') && words.doublesLead} />
      )}
      {data?.items.length === 0 && <p className="xh-secondary">{words.noneOpened}</p>}
      <ul className="xh-cards">
        {data?.items.map(of => (
          <li key={of.id}>
            <div className="xh-card-name"><Link to={`/cases/${of.id}`}>{words.openedClosed(of.openedOn, of.closedOn)}</Link></div>
            <p>{of.unitName} · <RiskTag colour={of.colour} /> <DueTag of={of} /></p>
            <p>{of.volunteers.length > 0 ? words.mentorsOf(of.volunteers.map(({ name }) => name).join(care.and)) : care.unpaired}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
