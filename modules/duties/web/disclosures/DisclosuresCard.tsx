import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { DisclosureTag, TimeLeft } from './DisclosureTag.tsx'
import { disclosureWords } from './words.ts'

/** Home page: what must be published or handed in next, the longest overdue first. */
export default function DisclosuresCard() {
  const own = useWords(disclosureWords)
  const { labelled } = useWords()
  const { data, error } = useQuery(queries.listDisclosures.queryOptions({ input: { limit: 5 } }))
  if (error) throw error
  return (
    <Sheet title={own.next} actions={<Link to="/disclosures">{own.calendar}</Link>}>
      {data === undefined && <Skeleton active title={false} />}
      {data?.items.length === 0 && <p>{own.empty}</p>}
      <ul className="xh-cards">
        {data?.items.map(item => (
          <li key={item.id}>
            <div className="xh-card-name"><Link to={`/disclosures/${item.id}`}>{item.title}</Link></div>
            <DisclosureTag status={item.status} /> <TimeLeft {...item} /> {labelled(own.dueOn, item.dueOn)}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
