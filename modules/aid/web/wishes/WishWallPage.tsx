import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { words } from '../words.ts'
import { PublicCard } from './PublicCard.tsx'
import { wishWords } from './words.ts'
import '../aid.css'

/** The wishes of the city as the public would see them. */
export default function WishWallPage() {
  const texts = useWords(words)
  const own = useWords(wishWords)
  const asked = useQuery(queries.listPublishedWishes.queryOptions({ input: { limit: 200 } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <Page title={texts.wall} lead={own.wallLead} back={{ to: '/wishes', label: texts.wishes }}>
      {asked.data === undefined && <Skeleton active />}
      {asked.data?.items.length === 0 && <Alert type="info" showIcon title={own.noneShown} description={own.noneShownLead} />}
      <ul className="aid-wall">{asked.data?.items.map(wish => <li key={wish.id}><PublicCard wish={wish} /></li>)}</ul>
    </Page>
  )
}
