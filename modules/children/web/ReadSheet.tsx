import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { client, queries } from './api.ts'

const clock = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' })

/** Who looked at this file, the last first. */
export function ReadSheet({ childId }: { childId: string }) {
  const pages = useInfiniteQuery({
    queryKey: [...queries.listFileReads.key(), childId],
    queryFn: ({ pageParam, signal }) => client.listFileReads({ id: childId, limit: 10, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: '', getNextPageParam: (page) => page.next ?? undefined,
  })
  const reads = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Sheet title="谁看过这份档案">
      <ul className="xh-plain">
        {reads.map((read) => (
          <li key={read.id}>
            <time dateTime={String(read.at)}>{clock.format(new Date(read.at))}</time>　<strong>{read.personName}</strong>　{read.what}
            {read.reason && <span className="xh-secondary">　用途：{read.reason}</span>}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>更早的记录</Button>}
    </Sheet>
  )
}
