import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { addMonths, chinaToday, monthOf } from '#platform/values/local-date.ts'
import { client, queries } from './api.ts'
import { words } from './words.ts'

/** Closed months: what is recorded for them later is shown as a correction, with its day. */
export default function ClosingListPage() {
  const texts = useWords(words)
  const { momentText } = useWords()
  const session = useSession()
  const cache = useQueryClient()
  const [reopening, setReopening] = useState<{ id: string; month: string }>()
  const found = useQuery(queries.listClosings.queryOptions())
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  const mayClose = session.may('month.close') && session.unit.level === 'city'
  const refresh = () => cache.invalidateQueries({ queryKey: queries.key() })
  return (
    <Page title={texts.closings} lead={texts.closingsLead} back={{ to: '/figures', label: texts.figures }}>
      {mayClose && found.data !== undefined && <Sheet title={texts.closeOne}>
        <CloseMonth closed={found.data.items.filter(item => item.reopenedAt === null).map(item => item.month)} onClosed={refresh} />
      </Sheet>}
      <Sheet title={texts.closingList}>
        {found.isPending && <Skeleton active />}
        {found.data?.items.length === 0 && <Advice title={texts.noClosings}
          lead={mayClose ? texts.noClosingsMay : texts.noClosingsOthers} />}
        <ul className="xh-cards">
          {found.data?.items.map(item => (
            <li key={item.id}>
              <div className="xh-card-name">
                {item.month} {item.reopenedAt === null
                  ? <StatusTag tone="good">{texts.closed}</StatusTag>
                  : <StatusTag tone="neutral">{texts.reopened}</StatusTag>}
              </div>
              <p>{texts.closedBy(item.closedByName, momentText(item.closedAt))}</p>
              {item.reopenedAt !== null && (
                <p>{texts.reopenedBy(item.reopenedByName ?? '', momentText(item.reopenedAt), item.reopeningReason ?? '')}</p>
              )}
              {mayClose && item.reopenedAt === null && <Button onClick={() => setReopening(item)}>{texts.reopen}</Button>}
            </li>
          ))}
        </ul>
      </Sheet>
      <ReasonDialog
        open={reopening !== undefined} title={texts.reopenTitle(reopening?.month ?? '')} confirmLabel={texts.reopen} onCancel={() => setReopening(undefined)}
        onConfirm={async reason => {
          await client.reopenMonth({ id: reopening?.id ?? '', reason })
          setReopening(undefined)
          await refresh()
        }}
      >
        <p>{texts.reopenLead}</p>
      </ReasonDialog>
    </Page>
  )
}

/** How many months back one may still be closed from the page. */
const monthsOffered = 36

function CloseMonth({ closed, onClosed }: { closed: readonly string[]; onClosed: () => Promise<void> }) {
  const texts = useWords(words)
  const { message } = App.useApp()
  const [month, setMonth] = useState<string>()
  const close = async () => {
    try {
      await client.closeMonth({ month: month ?? '' })
      void message.success(texts.monthClosed(month ?? ''))
      setMonth(undefined)
      await onClosed()
    } catch (problem) {
      void message.error(toRefusal(problem).message)
    }
  }
  // Only a month that is over can be closed, and once.
  const months = Array.from({ length: monthsOffered }, (_, back) => monthOf(addMonths(chinaToday(), -1 - back))).filter(each => !closed.includes(each))
  return (
    <div className="xh-actions">
      <Select className="xh-select" aria-label={texts.monthColumn} placeholder={texts.monthColumn} value={month ?? null} onChange={setMonth}
        options={months.map(each => ({ value: each, label: each }))} />
      <Button type="primary" disabled={month === undefined} onClick={() => void close()}>{texts.closeMonth}</Button>
    </div>
  )
}
