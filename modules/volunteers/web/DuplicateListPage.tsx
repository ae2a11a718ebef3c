import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownDuplicate, type ShownItem } from './api.ts'
import { DistinctDialog, MergeDialog } from './DuplicateDialogs.tsx'
import { formWords, words } from './words.ts'

/** Pairs of records that may be one person, waiting for a decision. */
export default function DuplicateListPage() {
  const texts = useWords(formWords)
  const { ageOf, volunteers } = useWords(words)
  const { joined, listed } = useWords()
  const describe = (item: ShownItem) =>
    joined([item.name, item.unitName, item.ageYears === null ? '' : ageOf(item.ageYears), item.phone ?? ''].filter(Boolean))
  const [merging, setMerging] = useState<ShownDuplicate>()
  const [dismissing, setDismissing] = useState<ShownDuplicate>()
  const columns: RecordColumn<ShownDuplicate>[] = [
    { key: 'first', title: texts.first, isName: true, render: ({ first }) => describe(first) },
    { key: 'second', title: texts.second, render: ({ second }) => describe(second) },
    { key: 'reasons', title: texts.same, render: ({ reasons }) => listed(reasons.map((reason) => texts.twinWords[reason])) },
    {
      key: 'acts', title: texts.handle, render: (pair) => (
        <span className="xh-actions">
          <Button size="small" onClick={() => setMerging(pair)}>{texts.isSame}</Button>
          <Button size="small" onClick={() => setDismissing(pair)}>{texts.isDistinct}</Button>
        </span>
      ),
    },
  ]
  return (
    <Page title={texts.duplicates} back={{ to: '/volunteers', label: volunteers }} lead={texts.duplicatesLead}>
      <RecordList<ShownDuplicate>
        caption={texts.duplicatesCaption} queryKey={queries.listDuplicates.key()} load={load} columns={columns}
        linkTo={({ first }) => `/volunteers/${first.id}`} empty={{ title: texts.noDuplicates, lead: texts.noDuplicatesLead }}
      />
      {merging && <MergeDialog pair={merging} onClose={() => setMerging(undefined)} />}
      {dismissing && <DistinctDialog pair={dismissing} onClose={() => setDismissing(undefined)} />}
    </Page>
  )
}

function load({ after, limit, signal }: PageRequest) {
  return client.listDuplicates({ limit, ...(after === undefined ? {} : { after }) }, { signal })
}
