import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'
import { RightsStatus } from './RightsStatus.tsx'

/** On the page of a child: what was asked about it, and the way to write a new request down; nothing is left to ask of an erased file. */
export default function RightsOfChild({ childId, status }: { childId: string; status: string }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const asked = useQuery(queries.listRightsRequests.queryOptions({ input: { childId, limit: 20 } }))
  const record = status !== 'erased' && (
    <Link to="/rights-requests/record" search={{ child: childId } as never}><Button>{texts.recordRights}</Button></Link>)
  return (
    <Sheet title={texts.rights} actions={record}>
      {asked.data?.items.length === 0 && <p className="xh-secondary">{texts.pieceEmpty}</p>}
      <ul className="xh-plain">
        {asked.data?.items.map((request) => (
          <li key={request.id}>
            <Link to={`/rights-requests/${request.id}`}>{texts.pieceOf(names.rightsKinds[request.kind],
              request.receivedOn)}</Link> <RightsStatus request={request} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
