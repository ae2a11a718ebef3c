import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries } from './api.ts'
import { useNames } from './names.ts'
import { fileWords } from './words/file-words.ts'

/** Who looked at this file, the last first. */
export function ReadSheet({ childId }: { childId: string }) {
  const texts = useWords(fileWords)
  const names = useNames()
  const { momentText } = useWords()
  const pages = useInfiniteQuery({
    queryKey: [...queries.listFileReads.key(), childId],
    queryFn: ({ pageParam, signal }) => client.listFileReads({ id: childId, limit: 10, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next ?? undefined,
  })
  const reads = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Sheet title={texts.reads}>
      <ul className="xh-plain">
        {reads.map((read) => (
          <li key={read.id}>
            <time dateTime={String(read.at)}>{momentText(read.at)}</time>{' '}<strong>{read.personName}</strong>{' '}{names.readSaid(read.what)}
            {read.reason && <span className="xh-secondary">{' '}{texts.readFor(names.purposeSaid(read.reason))}</span>}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>{texts.earlier}</Button>}
    </Sheet>
  )
}
