import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownPost, type ShownUnit } from './api.ts'
import { AppointDialog, ClosePostDialog, CreatePostsDialog, EndTermDialog, TermsDialog } from './PostDialogs.tsx'
import { words } from './words.ts'

type Opened = { act: 'appoint' | 'end' | 'close' | 'terms'; post: ShownPost } | { act: 'create' }

/** The seats of one committee, who holds them and how long the empty ones have stood open. */
export function PostTable({ unit }: { unit: ShownUnit }) {
  const texts = useWords(words)
  const { may } = useSession()
  const [opened, setOpened] = useState<Opened>()
  const asked = useQuery(queries.listPosts.queryOptions({ input: { unitId: unit.id, limit: 200 } }))
  const titles = useQuery(queries.listPostTitles.queryOptions())
  const mayManage = may('post.manage') && unit.closedOn === null
  const order = titles.data?.items.map(title => title.code) ?? []
  const posts = asked.data?.items.toSorted((a, b) => order.indexOf(a.titleCode) - order.indexOf(b.titleCode))
  return (
    <Sheet title={texts.posts} actions={mayManage && unit.establishedOn !== null && <Button
      onClick={() => setOpened({ act: 'create' })}>{texts.createPosts}</Button>}>
      {asked.isError && <Alert type="error" showIcon title={toRefusal(asked.error).message} />}
      {asked.isPending && <Skeleton active title={false} />}
      {posts?.length === 0 && <p className="xh-secondary">{texts.noPosts}</p>}
      {posts && posts.length > 0 && (
        <ul className="xh-cards" aria-label={texts.posts}>
          {posts.map(post => <PostRow key={post.id} post={post} mayManage={mayManage} onOpen={act => setOpened({ act, post })} />)}
        </ul>
      )}
      {opened?.act === 'create' && <CreatePostsDialog unit={unit} titles={titles.data?.items ?? []} onClose={() => setOpened(undefined)} />}
      {opened && opened.act !== 'create' && <PostDialog opened={opened} onClose={() => setOpened(undefined)} />}
    </Sheet>
  )
}

function PostDialog({ opened, onClose }: { opened: Exclude<Opened, { act: 'create' }>; onClose: () => void }) {
  const props = { post: opened.post, onClose }
  if (opened.act === 'appoint') return <AppointDialog {...props} />
  if (opened.act === 'end') return <EndTermDialog {...props} />
  return opened.act === 'close' ? <ClosePostDialog {...props} /> : <TermsDialog {...props} />
}

function PostRow({ post, mayManage, onOpen }: { post: ShownPost; mayManage: boolean; onOpen: (act: 'appoint' | 'end' | 'close' | 'terms') => void }) {
  const texts = useWords(words)
  const { holder } = post
  return (
    <li>
      <div className="xh-sheet-head">
        <div>
          <strong>{post.titleName}</strong>{' '}
          {holder === null
            ? <StatusTag tone="attention">{texts.vacantFor(post.vacantDays ?? 0)}</StatusTag>
            : <>{holder.personName} <span className="xh-secondary">{holder.isFullTime ? texts.fullTime
              : texts.partTime} · {texts.since} {holder.fromOn}</span></>}
        </div>
        <div className="xh-actions">
          <Button size="small" onClick={() => onOpen('terms')}>{texts.terms}</Button>
          {mayManage && holder === null && <Button size="small" onClick={() => onOpen('close')}>{texts.closePost}</Button>}
          {mayManage && holder === null && <Button size="small" type="primary" onClick={() => onOpen('appoint')}>{texts.appoint}</Button>}
          {mayManage && holder !== null && <Button size="small" onClick={() => onOpen('end')}>{texts.endTerm}</Button>}
        </div>
      </div>
    </li>
  )
}
