import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { rightsKindNames } from '../../rules/words.ts'
import { queries } from '../api.ts'
import { RightsStatus } from './RightsStatus.tsx'

/** On the page of a child: what was asked about it, and the way to write a new request down. */
export default function RightsOfChild({ childId }: { childId: string }) {
  const asked = useQuery(queries.listRightsRequests.queryOptions({ input: { childId, limit: 20 } }))
  return (
    <Sheet title="权利请求" actions={<Link to="/rights-requests/record" search={{ child: childId } as never}><Button>登记权利请求</Button></Link>}>
      {asked.data?.items.length === 0 && <p className="xh-secondary">孩子或监护人要求查阅、复制、更正、删除信息时，在这里登记。</p>}
      <ul className="xh-plain">
        {asked.data?.items.map((request) => (
          <li key={request.id}>
            <Link to={`/rights-requests/${request.id}`}>{rightsKindNames[request.kind]}，{request.receivedOn} 收到</Link> <RightsStatus request={request} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
