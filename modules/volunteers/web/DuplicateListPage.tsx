import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { twinWords } from '../rules/words.ts'
import { client, queries, type ShownDuplicate, type ShownItem } from './api.ts'
import { DistinctDialog, MergeDialog } from './DuplicateDialogs.tsx'

/** Pairs of records that may be one person, waiting for a decision. */
export default function DuplicateListPage() {
  const [merging, setMerging] = useState<ShownDuplicate>()
  const [dismissing, setDismissing] = useState<ShownDuplicate>()
  const columns: RecordColumn<ShownDuplicate>[] = [
    { key: 'first', title: '一条', isName: true, render: ({ first }) => describe(first) },
    { key: 'second', title: '另一条', render: ({ second }) => describe(second) },
    { key: 'reasons', title: '相同之处', render: ({ reasons }) => reasons.map((reason) => twinWords[reason]).join('、') },
    {
      key: 'acts', title: '处理', render: (pair) => (
        <span className="xh-actions">
          <Button size="small" onClick={() => setMerging(pair)}>是同一人，合并</Button>
          <Button size="small" onClick={() => setDismissing(pair)}>不是同一人</Button>
        </span>
      ),
    },
  ]
  return (
    <Page title="疑似重复" back={{ to: '/volunteers', label: '五老队伍' }} lead="请核对每一对记录。认定不是同一人的，以后不再提示。">
      <RecordList<ShownDuplicate>
        caption="疑似重复的五老" queryKey={queries.listDuplicates.key()} load={load} columns={columns}
        linkTo={({ first }) => `/volunteers/${first.id}`} empty={{ title: '没有需要核对的记录', lead: '登记和导入时发现可能重复的，会列在这里。' }}
      />
      {merging && <MergeDialog pair={merging} onClose={() => setMerging(undefined)} />}
      {dismissing && <DistinctDialog pair={dismissing} onClose={() => setDismissing(undefined)} />}
    </Page>
  )
}

const describe = (item: ShownItem) =>
  [item.name, item.unitName, item.ageYears === null ? undefined : `${item.ageYears}岁`, item.phone].filter(Boolean).join('，')

function load({ after, limit, signal }: PageRequest) {
  return client.listDuplicates({ limit, ...(after === undefined ? {} : { after }) }, { signal })
}
