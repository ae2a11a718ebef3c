import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownBody } from '../api.ts'
import { BodyChoice, OfBody } from '../OfBody.tsx'
import { MeetingSheet } from './MeetingSheet.tsx'
import { MemberSheet } from './MemberSheet.tsx'
import { boardWords } from './words.ts'

/** The board of a body: what does not hold, members, meetings. */
export default function BoardPage() {
  return <OfBody>{(body, bodies) => <BoardOf body={body} bodies={bodies} />}</OfBody>
}

function BoardOf({ body, bodies }: { body: ShownBody; bodies: readonly ShownBody[] }) {
  const own = useWords(boardWords)
  const { listed, aside } = useWords()
  const asked = useQuery(queries.listBoard.queryOptions({ input: { bookId: body.id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const { items, warnings, mayWrite, mayOpen } = asked.data
  return (
    <Page title={own.title} lead={own.lead}>
      <div className="xh-filters"><BodyChoice body={body} bodies={bodies} /></div>
      {warnings.map(({ code, names }) => (
        <Alert key={code} type="warning" showIcon title={own.warnings[code] + (names.length === 0 ? '' : aside(listed(names)))} />
      ))}
      <MemberSheet body={body} members={items} mayWrite={mayWrite} mayOpen={mayOpen} />
      <MeetingSheet body={body} members={items} mayWrite={mayWrite} />
    </Page>
  )
}
