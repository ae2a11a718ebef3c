import { Link } from '@tanstack/react-router'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownTransfer } from '../api.ts'
import { optionsOf, useNames } from '../names.ts'
import { registerWords } from '../words/register-words.ts'
import { TransferActs } from './TransferActs.tsx'

/** Transfers asked for and to be answered. */
export default function TransferListPage() {
  const texts = useWords(registerWords)
  const names = useNames()
  const columns: RecordColumn<ShownTransfer>[] = [
    { key: 'child', title: texts.child, isName: true, render: (transfer) => <ChildOf transfer={transfer} /> },
    { key: 'way', title: texts.way, render: (transfer) => texts.wayOf(transfer.fromUnitName, transfer.toUnitName) },
    { key: 'why', title: texts.why, render: (transfer) => texts.whyOf(transfer.explanation, transfer.askedName, transfer.askedOn) },
    { key: 'party', title: texts.direction, render: ({ party }) => names.transferParties[party] },
    { key: 'due', title: texts.answerDue, render: ({ answerDueOn, isOverdue }) => answerDueOn !== null && <DueOn day={answerDueOn} isLate={isOverdue} /> },
    { key: 'status', title: texts.handling, render: (transfer) => <TransferActs transfer={transfer} /> },
  ]
  return (
    <Page title={texts.transfers} lead={texts.transfersLead}>
      <RecordList
        caption={texts.transfers} queryKey={queries.listTransfers.key()} load={load} columns={columns}
        filters={[
          { key: 'party', label: texts.direction, kind: 'choice', staysInSight: true, options: optionsOf(names.transferParties) },
          { key: 'status', label: texts.handling, kind: 'choice', options: optionsOf(names.transferStatuses) },
        ]}
        empty={{ title: texts.noTransfers, lead: texts.noTransfersLead }}
      />
    </Page>
  )
}

/** The way to the child for whoever may see it now; the other party knows the masked name only. */
function ChildOf({ transfer: { childId, childLabel } }: { transfer: ShownTransfer }) {
  const { childSaid } = useWords(registerWords)
  return childId === null ? childSaid(childLabel) : <Link to={`/children/${childId}`}>{childSaid(childLabel)}</Link>
}

function DueOn({ day, isLate }: { day: string; isLate: boolean }) {
  const texts = useWords(registerWords)
  return <>{day} {isLate && <StatusTag tone="attention">{texts.answerLate}</StatusTag>}</>
}

async function load({ filters, after, limit, signal }: PageRequest) {
  const { party, status } = filters as { party?: ShownTransfer['party']; status?: ShownTransfer['status'] }
  return client.listTransfers(
    { limit, ...(party === undefined ? {} : { party }), ...(status === undefined ? {} : { status }), ...(after === undefined ? {} : { after }) }, { signal })
}
