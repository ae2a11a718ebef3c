import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ClosingCheck } from '../../contract.ts'
import { failedChecks } from '../../rules/closing.ts'
import { lastDayOf } from '../../rules/months.ts'
import { client, queries, useChanged, type ReadBook } from '../api.ts'
import { words } from '../words.ts'
import { periodWords } from './words.ts'

/** What is looked at before a month is closed, and the ways on. */
export function ClosingSheet({ book, month }: { book: ReadBook; month: number }) {
  const texts = useWords(words)
  const own = useWords(periodWords)
  const kit = useWords()
  const asked = useQuery(queries.getClosingChecklist.queryOptions({ input: { bookId: book.id, month } }))
  if (asked.data === undefined) return <Sheet><Skeleton active /></Sheet>
  const { checks, status, version, releaseFen, carryOverFen } = asked.data
  return (
    <Sheet title={kit.labelled(own.check, texts.monthOf(month))} actions={<ClosingActs {...{ book, month, status,
      version }} isFine={failedChecks(checks).length === 0} />}>
      <table className="ledger-grid"><tbody>
        {checks.map(check => (
          <tr key={check.name}>
            <th scope="row">{own.checks[check.name]}</th><td><CheckTag check={check} />{!check.isFine && <WayOn {...{ book, month }} check={check.name} />}</td>
          </tr>
        ))}
      </tbody></table>
      {status === 'open' && <p>{own.release(formatYuan(releaseFen))} {carryOverFen !== null && own.carryOver(formatYuan(carryOverFen))}</p>}
    </Sheet>
  )
}

function CheckTag({ check }: { check: ClosingCheck }) {
  const own = useWords(periodWords)
  if (check.isFine) return <StatusTag tone="good">{own.fine}</StatusTag>
  return check.isBinding ? <StatusTag tone="danger">{own.failed(check.count)}</StatusTag> : <StatusTag tone="attention">{own.warning(check.count)}</StatusTag>
}

type WayProps = { book: ReadBook; month: number; check: ClosingCheck['name'] }

/** Where what stands against the closing is done; what is promised is named one by one. */
function WayOn({ book, month, check }: WayProps) {
  const own = useWords(periodWords)
  const at = `/books/${book.id}`
  if (check === 'vouchers-open') return <p><Link to={`${at}/vouchers?month=${month}`}>{own.seeVouchers}</Link></p>
  if (check === 'rule-vouchers-countersigned') return <p>{own.countersignLead} <Link to={`${at}/vouchers`}>{own.seeVouchers}</Link></p>
  if (check === 'balances-converted') return <p><Link to={`${at}/chart`}>{own.seeChart}</Link></p>
  if (check === 'commitments-open') return <OpenCommitments book={book} />
  if (check === 'journals-without-voucher') return book.may.make && <p className="xh-secondary">{own.gatherWay}</p>
  return check === 'earlier-month-open' ? <p className="xh-secondary">{own.earlierWay}</p> : null
}

function OpenCommitments({ book }: { book: ReadBook }) {
  const own = useWords(periodWords)
  const asked = useQuery(queries.listCommitments.queryOptions({ input: { bookId: book.id } }))
  const reserved = asked.data?.items.filter(({ status }) => status === 'reserved') ?? []
  return (
    <>
      <ul className="ledger-open">
        {reserved.map(({ id, label, fundName, amountFen, paidFen }) => <li key={id}>{own.commitment(label, fundName, formatYuan(amountFen - paidFen))}</li>)}
      </ul>
      <p>{own.commitmentWay} <Link to={`/books/${book.id}/funds`}>{own.seeFunds}</Link></p>
    </>
  )
}

type ActsProps = { book: ReadBook; month: number; status: 'open' | 'closed'; version: number; isFine: boolean }

function ClosingActs({ book, month, status, version, isFine }: ActsProps) {
  const own = useWords(periodWords)
  const changed = useChanged()
  const navigate = useNavigate()
  const [act, setAct] = useState<'close' | 'reopen' | 'gather'>()
  const close = () => setAct(undefined)
  const of = { bookId: book.id, month }
  const isOpen = status === 'open'
  return (
    <>
      {isOpen && book.may.make && <Button onClick={() => setAct('gather')}>{own.gather}</Button>}
      {isOpen && book.may.close && <Button type="primary" disabled={!isFine} onClick={() => setAct('close')}>{own.close}</Button>}
      {!isOpen && book.may.reopen && <Button danger onClick={() => setAct('reopen')}>{own.reopen}</Button>}
      <ConfirmDialog
        open={act === 'gather'} title={own.gatherTitle} confirmLabel={own.gather} onCancel={close}
        onConfirm={async () => { const made = await client.gatherVoucher(of); await changed(); await navigate({ to: `/vouchers/${made.id}` }) }}
      ><p>{own.gatherLead}</p></ConfirmDialog>
      <ConfirmDialog
        open={act === 'close'} title={own.close} confirmLabel={own.close} onCancel={close}
        onConfirm={async () => { await client.closePeriod({ ...of, version }); await changed(); close() }}
      ><p>{own.lead}</p>{lastDayOf(month) > chinaToday() && <p>{own.notOver(lastDayOf(month))}</p>}</ConfirmDialog>
      <ReasonDialog
        open={act === 'reopen'} title={own.reopen} confirmLabel={own.reopen} isDangerous onCancel={close}
        onConfirm={async reason => { await client.reopenPeriod({ ...of, version, reason }); await changed(); close() }}
      ><p>{own.reopenLead}</p></ReasonDialog>
    </>
  )
}
