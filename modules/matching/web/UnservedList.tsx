import { Sheet } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { colourWords, unservedWords } from '../rules/words.ts'
import { client, queries } from './api.ts'

type Row = Awaited<ReturnType<typeof client.listUnserved>>['items'][number]

const columns: RecordColumn<Row>[] = [
  { key: 'child', title: '孩子', isName: true, render: row => row.childLabel },
  { key: 'unit', title: '单位', render: row => row.unitName },
  { key: 'colour', title: '风险', render: row => colourWords[row.colour] },
  { key: 'reason', title: '原因', render: row => unservedWords[row.reason] },
]

/** Children for whom nobody is proposed, the most urgent first. */
export function UnservedList({ roundId }: { roundId: string }) {
  return (
    <Sheet title="暂时配不上的孩子">
      <RecordList<Row>
        caption="暂时配不上的孩子" queryKey={[...queries.listUnserved.key(), roundId]} columns={columns} linkTo={row => `/cases/${row.caseId}`}
        load={({ after, limit, signal }) => client.listUnserved({ id: roundId, limit, ...(after === undefined ? {} : { after }) }, { signal })}
        empty={{ title: '都有人结对', lead: '每个等待结对的孩子都推荐了志愿者。' }}
      />
    </Sheet>
  )
}
