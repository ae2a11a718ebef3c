import { App, Button } from 'antd'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import { inboxParts } from '../contract.ts'
import { client, queries, useInboxAct, type ShownNotice } from './api.ts'
import { NoticeStatus } from './NoticeStatus.tsx'
import { words } from './words.ts'

/** Everything sent to the signed-in person, newest first, or what is to be done by due day. */
export default function InboxPage() {
  const texts = useWords(words)
  const parts = [
    { value: 'unread', label: texts.unread }, { value: 'open-tasks', label: texts.open }, { value: 'overdue', label: texts.overdue },
  ]
  return (
    <Page title={texts.inbox} lead={texts.lead} actions={<MarkAllRead />}>
      <RecordList
        caption={texts.inbox}
        queryKey={queries.listNotices.key()}
        load={loadInbox}
        columns={useColumns()}
        linkTo={notice => `/notices/${notice.id}`}
        searchHint={texts.search}
        filters={[{ key: 'part', label: texts.part, kind: 'choice', options: parts }]}
        empty={{ title: texts.emptyTitle, lead: texts.emptyLead }}
      />
    </Page>
  )
}

async function loadInbox({ filters, after, limit, signal }: PageRequest) {
  const part = inboxParts.find(known => known === filters['part']) ?? 'all'
  const q = filters['q']
  return client.listNotices({ part, limit, ...(q === undefined ? {} : { q }), ...(after === undefined ? {} : { after }) }, { signal })
}

function useColumns(): RecordColumn<ShownNotice>[] {
  const texts = useWords(words)
  return [
    { key: 'title', title: texts.title, isName: true, render: notice => (notice.readAt === null ? <strong>{notice.title}</strong> : notice.title) },
    { key: 'status', title: texts.status, render: notice => <NoticeStatus notice={notice} /> },
    { key: 'dueOn', title: texts.dueOn, render: notice => (notice.kind === 'task' ? notice.dueOn ?? texts.noDay : '') },
    { key: 'sentAt', title: texts.sentAt, isWideOnly: true, render: notice => minuteInChina(notice.sentAt) },
  ]
}

function MarkAllRead() {
  const texts = useWords(words)
  const { message } = App.useApp()
  const marking = useInboxAct(() => client.markAllRead())
  const mark = () => marking.mutate(undefined, {
    onSuccess: ({ marked }) => void message.success(texts.markedAll(marked)),
    onError: problem => void message.error(toRefusal(problem).message),
  })
  return <Button onClick={mark} loading={marking.isPending}>{texts.markAllRead}</Button>
}
