import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, useChanged } from '../statements/api.ts'
import { words } from './words.ts'

type Of = { bookId: string; accountId: string; mayMatch: boolean }
type Waiting = { key: string; on: string; text: string; amountFen: number }
const shownAtOnce = 100
const keyOf = ({ journalId, seq }: { journalId: string; seq: number }) => `${journalId}/${seq}`

/** The queue of differences: what only the bank has beside what only the books have; what is chosen on both sides is matched where it is equal. */
export function OpenSheets({ bookId, accountId, mayMatch }: Of) {
  const texts = useWords(words)
  const changed = useChanged()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [told, setTold] = useState<{ kind: 'success' | 'error'; text: string }>()
  const lines = useQuery(queries.listBankLines.queryOptions({ input: { bookId, accountId, state: 'open', limit: shownAtOnce } }))
  const postings = useQuery(queries.listOpenPostings.queryOptions({ input: { bookId, accountId, limit: shownAtOnce } }))
  const failed = lines.error ?? postings.error
  if (failed) return <ProblemPage problem={failed} onRetry={() => { void lines.refetch(); void postings.refetch() }} />
  if (lines.data === undefined || postings.data === undefined) return <Skeleton active />
  const [ofBank, ofBooks]: [Waiting[], Waiting[]] = [
    lines.data.items.map(line => ({ key: line.id, on: line.bookedOn, text: `${line.counterparty} ${line.summary}`.trim(), amountFen: line.amountFen })),
    postings.data.items.map(posting => ({ key: keyOf(posting), on: posting.datedOn, text: posting.memo, amountFen: posting.amountFen })),
  ]
  const picked = (rows: readonly Waiting[]) => rows.filter(({ key }) => chosen.has(key))
  const total = (rows: readonly Waiting[]) => picked(rows).reduce((sum, { amountFen }) => sum + amountFen, 0)
  const isEqual = picked(ofBank).length > 0 && picked(ofBooks).length > 0 && total(ofBank) === total(ofBooks)
  const match = async (byRules: boolean) => {
    const choice = byRules ? {} : { lineIds: picked(ofBank).map(({ key }) => key), postings: postings.data.items.filter(posting => chosen.has(keyOf(posting))) }
    const found = await client.matchBankLines({ bookId, accountId, ...choice }).catch((problem: unknown) => toRefusal(problem))
    setTold(found instanceof Error ? { kind: 'error', text: found.message } : { kind: 'success', text: texts.matchedCount(found.matched) })
    setChosen(new Set())
    await changed()
  }
  const toggle = (key: string) => setChosen(before => new Set(before.has(key) ? [...before].filter(each => each !== key) : [...before, key]))
  if (ofBank.length + ofBooks.length === 0) return <Sheet><Advice title={texts.allMatched} lead={texts.allMatchedLead} /></Sheet>
  return (
    <>
      {mayMatch && (
        <Sheet>
          <div className="xh-form-foot">
            <Button type="primary" disabled={!isEqual} onClick={() => void match(false)}>{texts.match}</Button>
            <Button onClick={() => void match(true)}>{texts.matchByRules}</Button>
            <span role="status">{texts.chosen(formatYuan(total(ofBank)), formatYuan(total(ofBooks)))}</span>
          </div>
          {told !== undefined && <Alert type={told.kind} showIcon role="status" title={told.text} />}
        </Sheet>
      )}
      <div className="ledger-halves">
        <WaitingSheet title={texts.bankLines} rows={ofBank} all={lines.data.total ?? 0} {...{ chosen, toggle, mayMatch }} />
        <WaitingSheet title={texts.postings} rows={ofBooks} all={postings.data.total ?? 0} {...{ chosen, toggle, mayMatch }} />
      </div>
    </>
  )
}

function WaitingSheet({ title, rows, all, chosen, toggle, mayMatch }: {
  title: string; rows: readonly Waiting[]; all: number; chosen: ReadonlySet<string>; toggle: (key: string) => void; mayMatch: boolean
}) {
  const texts = useWords(words)
  return (
    <Sheet title={title}>
      <div className="xh-table-room" role="region" aria-label={title} tabIndex={0}>
        <table className="xh-table">
          <caption className="xh-visually-hidden">{title}</caption>
          <thead><tr><th scope="col">{texts.day}</th><th scope="col">{texts.who}</th><th scope="col" className="xh-right">{texts.amount}</th></tr></thead>
          <tbody>
            {rows.length === 0 && <tr><td colSpan={3} className="xh-secondary">{texts.nothingWaits}</td></tr>}
            {rows.map(({ key, on, text, amountFen }) => (
              <tr key={key}>
                <td>
                  {mayMatch && (
                    <Checkbox checked={chosen.has(key)} onChange={() => toggle(key)} aria-label={texts.choose(`${on} ${text} ${formatYuan(amountFen)}`)} />
                  )} {on}
                </td>
                <td>{text}</td><td className="xh-right">{formatYuan(amountFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > rows.length && <p className="xh-secondary">{texts.shownOf(rows.length, all)}</p>}
    </Sheet>
  )
}
