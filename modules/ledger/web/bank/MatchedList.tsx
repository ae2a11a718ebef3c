import { Button } from 'antd'
import { useState } from 'react'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { BankLine } from '../../contract.ts'
import { client, queries, useChanged } from '../statements/api.ts'
import { words } from './words.ts'

/** Lines that were matched; a match can be taken back. */
export function MatchedList({ bookId, accountId, mayMatch }: { bookId: string; accountId: string; mayMatch: boolean }) {
  const texts = useWords(words)
  const changed = useChanged()
  const [leaving, setLeaving] = useState<string>()
  const input = { bookId, accountId, state: 'matched' as const }
  const load = ({ after, limit, signal }: PageRequest) => client.listBankLines({ ...input, limit, ...(after === undefined ? {} : { after }) }, { signal })
  const columns: RecordColumn<BankLine>[] = [
    { key: 'who', title: texts.who, isName: true, render: line => `${line.counterparty} ${line.summary}`.trim() || line.bookedOn },
    { key: 'day', title: texts.day, render: line => line.bookedOn },
    { key: 'amount', title: texts.amount, align: 'right', render: line => formatYuan(line.amountFen) },
    { key: 'by', title: texts.by, render: line => (line.isByRule === true ? texts.byRule : line.matchedName ?? '') },
    ...(mayMatch ? [{ key: 'undo', title: texts.unmatch, render: (line: BankLine) => (
      <Button onClick={() => setLeaving(line.matchId ?? undefined)} aria-label={`${texts.unmatch} ${line.bookedOn} ${formatYuan(line.amountFen)}`}>
        {texts.unmatch}
      </Button>) }] : []),
  ]
  return (
    <>
      <RecordList caption={texts.views.matched} queryKey={[...queries.listBankLines.key(), input]} load={load} columns={columns}
        empty={{ title: texts.noMatched, lead: texts.noMatchedLead }} />
      <ConfirmDialog open={leaving !== undefined} title={texts.unmatchTitle} confirmLabel={texts.unmatch} onCancel={() => setLeaving(undefined)}
        onConfirm={async () => { await client.unmatchBankLines({ id: leaving ?? '' }); setLeaving(undefined); await changed() }}>
        <p>{texts.unmatchLead}</p>
      </ConfirmDialog>
    </>
  )
}
