import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { billDifferenceStatuses } from '../../contract.ts'
import { client, queries, useChanged, type ShownDifference } from '../api.ts'
import { billWords } from './words.ts'
import '../charity.css'

const load = ({ filters, after, limit, signal }: PageRequest) => client.listBillDifferences(
  { ...filters, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listBillDifferences>[0], { signal })
const yuan = (fen: number | null) => (fen === null ? '' : formatYuan(fen))

/** Where bills and what stands here say different things: the queue, and what was found. */
export default function BillDifferencesPage() {
  const own = useWords(billWords)
  const { may } = useSession()
  const changed = useChanged()
  const [chosen, setChosen] = useState<ShownDifference>()
  const columns: RecordColumn<ShownDifference>[] = [
    { key: 'day', title: own.billedOn, isName: true, render: difference => difference.billedOn },
    { key: 'kind', title: own.kind, render: ({ kind, lineKind }) => <>{own.lineKinds[lineKind]} · {own.kinds[kind]}</> },
    { key: 'bill', title: own.onBill, align: 'right', render: ({ billFen }) => yuan(billFen) },
    { key: 'own', title: own.here, align: 'right', render: ({ ownFen }) => yuan(ownFen) },
    { key: 'number', title: own.number, isWideOnly: true, render: ({ number }) => <span className="charity-number">{number}</span> },
    { key: 'gift', title: own.gift, render: ({ giftId }) => giftId !== null && <Link to={`/gifts/${giftId}`}>{own.see}</Link> },
    {
      key: 'status', title: own.status, render: difference => (difference.status === 'open' && may('gift.confirm')
        ? <Button size="small" onClick={() => setChosen(difference)}>{own.settle}</Button>
        : difference.note === null ? own.statuses[difference.status] : own.settled(difference.note, difference.settledName ?? '')),
    },
  ]
  const filters: RecordFilter[] = [{
    key: 'status', label: own.status, kind: 'choice', options: billDifferenceStatuses.map(value => ({ value, label: own.statuses[value] })),
  }]
  return (
    <Page title={own.differences} lead={own.differencesLead} back={{ to: '/channel-bills', label: own.title }}>
      <RecordList
        caption={own.differences} queryKey={queries.listBillDifferences.key()} load={load} columns={columns} filters={filters}
        empty={{ title: own.noDifferences, lead: own.noDifferencesLead }}
      />
      <ReasonDialog
        open={chosen !== undefined} title={own.settleTitle} confirmLabel={own.settle} onCancel={() => setChosen(undefined)}
        onConfirm={async note => { await client.settleBillDifference({ id: chosen?.id ?? '', note }); setChosen(undefined); await changed() }}
      >
        <p>{own.settleLead}</p>
      </ReasonDialog>
    </Page>
  )
}
