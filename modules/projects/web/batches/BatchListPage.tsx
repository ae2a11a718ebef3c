import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ShownBatch } from '../api.ts'
import { useChoices } from '../names.ts'
import { BatchTag } from '../Tags.tsx'
import { words } from '../words.ts'
import { BeginDialog } from './BeginDialog.tsx'
import { batchWords } from './words.ts'

/** Batches of the range, the latest changed first. */
export default function BatchListPage() {
  const texts = useWords(words)
  const own = useWords(batchWords)
  const { may } = useSession()
  const [isBeginning, setIsBeginning] = useState(false)
  const columns: RecordColumn<ShownBatch>[] = [
    { key: 'title', title: texts.title, isName: true, render: batch => batch.title },
    { key: 'status', title: texts.status, render: batch => <BatchTag status={batch.status} /> },
    { key: 'rows', title: texts.rows, align: 'right', render: batch => batch.rowsCount },
    { key: 'total', title: texts.total, align: 'right', render: batch => texts.yuan(formatYuan(batch.totalFen)) },
    { key: 'fund', title: texts.fund, render: batch => batch.fundName },
    { key: 'book', title: texts.book, isWideOnly: true, render: batch => batch.bookName },
    { key: 'made', title: texts.made, isWideOnly: true, render: batch => batch.madeName },
    { key: 'approved', title: texts.approved, isWideOnly: true, render: batch => batch.approvedOn ?? '' },
  ]
  const filters: RecordFilter[] = [{ key: 'status', label: texts.status, kind: 'choice', options: useChoices().batchStatuses }]
  const begin = may('award.list') && <Button type="primary" onClick={() => setIsBeginning(true)}>{own.begin}</Button>
  return (
    <Page title={texts.batches} lead={texts.batchesLead} actions={<><Link to="/awards"><Button>{texts.awards}</Button></Link>{begin}</>}>
      <RecordList
        caption={texts.batches} queryKey={queries.listBatches.key()} load={loadBatches} columns={columns} filters={filters}
        linkTo={batch => `/award-batches/${batch.id}`} empty={{ title: texts.noBatches, lead: texts.noBatchesLead, ...(begin ? { action: begin } : {}) }}
      />
      {isBeginning && <BeginDialog onClose={() => setIsBeginning(false)} />}
    </Page>
  )
}

const loadBatches = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listBatches({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listBatches>[0], { signal }))
