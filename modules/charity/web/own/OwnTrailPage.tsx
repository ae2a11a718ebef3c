import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { TrailView } from '../trail/TrailView.tsx'
import { ownWords } from './words.ts'

/** Where a gift of one's own went. */
export default function OwnTrailPage() {
  const own = useWords(ownWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getOwnTrail.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return <Page title={own.trailTitle} width="text" back={{ to: '/my-gifts', label: own.title }}><TrailView trail={asked.data} /></Page>
}
