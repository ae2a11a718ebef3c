import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useEffect } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import { client, queries, useInboxAct, type ShownNotice } from './api.ts'
import { NoticeStatus } from './NoticeStatus.tsx'
import { words } from './words.ts'

/** One notice in full. Opening it is reading it. */
export default function NoticePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getNotice.queryOptions({ input: { id } }))
  useReadMark(asked.data)
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <NoticeView notice={asked.data} /> : <Skeleton active />
}

function NoticeView({ notice }: { notice: ShownNotice }) {
  const texts = useWords(words)
  const { labelled } = useWords()
  return (
    <Page title={notice.title} back={{ to: '/notices', label: texts.inbox }} width="text" actions={<NoticeActs notice={notice} />}>
      <Sheet>
        <p>
          <NoticeStatus notice={notice} />
          {notice.kind === 'task' && <> {labelled(texts.dueOn, notice.dueOn ?? texts.noDay)}</>}
          {' '}{labelled(texts.sentAt, minuteInChina(notice.sentAt))}
        </p>
        {notice.body.split('\n').filter(line => line !== '').map((line, at) => <p key={at}>{line}</p>)}
      </Sheet>
    </Page>
  )
}

function NoticeActs({ notice }: { notice: ShownNotice }) {
  const texts = useWords(words)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const finishing = useInboxAct(() => client.finishTask({ id: notice.id }))
  const finish = () => finishing.mutate(undefined, {
    onSuccess: () => void message.success(texts.finished),
    onError: problem => void message.error(toRefusal(problem).message),
  })
  const isOpen = notice.kind === 'task' && notice.doneAt === null
  return (
    <>
      {isOpen && <Button onClick={finish} loading={finishing.isPending}>{texts.finish}</Button>}
      {notice.link !== '' && <Button type="primary" onClick={() => void navigate({ href: notice.link })}>{texts.openRecord}</Button>}
    </>
  )
}

function useReadMark(notice: ShownNotice | undefined) {
  const { mutate } = useInboxAct((id: string) => client.markRead({ id }))
  const unreadId = notice?.readAt === null ? notice.id : undefined
  useEffect(() => {
    if (unreadId !== undefined) mutate(unreadId)
  }, [unreadId, mutate])
}
