import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ShownBill } from '../api.ts'
import { LoadBillSheet } from './LoadBillSheet.tsx'
import { WithdrawBillDialog } from './WithdrawBillDialog.tsx'
import { billWords } from './words.ts'
import '../charity.css'

/** What an online channel says of its days: the bills that were loaded, and the way to load one. */
export default function ChannelBillsPage() {
  const own = useWords(billWords)
  const { may } = useSession()
  const [chosen, setChosen] = useState<ShownBill>()
  const asked = useQuery(queries.getBillGround.queryOptions({ input: {} }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const columns: RecordColumn<ShownBill>[] = [
    { key: 'day', title: own.billedOn, isName: true, render: bill => bill.billedOn },
    { key: 'payments', title: own.payments, align: 'right', render: bill => own.times(bill.paymentCount, formatYuan(bill.paymentFen)) },
    { key: 'refunds', title: own.refunds, align: 'right', render: bill => own.times(bill.refundCount, formatYuan(bill.refundFen)) },
    { key: 'fee', title: own.fee, align: 'right', render: bill => formatYuan(bill.feeFen) },
    { key: 'open', title: own.open, align: 'right', render: bill => bill.openCount },
    { key: 'fund', title: own.fund, isWideOnly: true, render: bill => bill.fundName },
    { key: 'by', title: own.loadedBy, isWideOnly: true, render: bill => bill.loadedName },
    {
      key: 'standing', title: own.standing, render: bill => (bill.withdrawn !== null
        ? own.withdrawnBy(bill.withdrawn.on, bill.withdrawn.name, bill.withdrawn.reason)
        : bill.settledCount > 0 || !may('gift.confirm') ? own.holds : <Button size="small" onClick={() => setChosen(bill)}>{own.withdraw}</Button>),
    },
  ]
  return (
    <Page
      title={own.title} lead={own.lead}
      actions={<Link to="/bill-differences" search={{ status: 'open' } as never}><Button>{own.toDifferences}</Button></Link>}
    >
      {may('gift.confirm') && <LoadBillSheet ground={asked.data} />}
      <RecordList
        caption={own.title} queryKey={queries.listChannelBills.key()} columns={columns} empty={{ title: own.none, lead: own.noneLead }}
        load={({ after, limit, signal }) => client.listChannelBills({ limit, ...(after === undefined ? {} : { after }) }, { signal })}
      />
      <WithdrawBillDialog bill={chosen} onDone={() => setChosen(undefined)} />
    </Page>
  )
}
