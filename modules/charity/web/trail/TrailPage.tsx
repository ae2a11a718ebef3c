import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { useDonorName } from '../names.ts'
import { giftWords } from '../gifts/words.ts'
import { trailWords } from './words.ts'
import { TrailView } from './TrailView.tsx'

/** Where a gift went, for staff: exactly what its donor sees. */
export default function TrailPage() {
  const own = useWords(trailWords)
  const donorName = useDonorName()
  const gifts = useWords(giftWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const gift = useQuery(queries.getGift.queryOptions({ input: { id } }))
  const trail = useQuery(queries.getTrail.queryOptions({ input: { id } }))
  const problem = gift.error ?? trail.error
  if (problem) return <ProblemPage problem={problem} onRetry={() => { void gift.refetch(); void trail.refetch() }} />
  if (gift.data === undefined || trail.data === undefined) return <Skeleton active />
  const back = { to: `/gifts/${id}`, label: gifts.title(donorName(gift.data.donorKind, gift.data.donorLabel)) }
  return <Page title={own.title} width="text" back={back}><TrailView trail={trail.data} /></Page>
}
