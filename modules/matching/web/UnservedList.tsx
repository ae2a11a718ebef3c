import { Sheet } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries } from './api.ts'
import { words } from './words.ts'

type Row = Awaited<ReturnType<typeof client.listUnserved>>['items'][number]

const columnsOf = (texts: (typeof words)['en']): RecordColumn<Row>[] => [
  { key: 'child', title: texts.child, isName: true, render: row => texts.childSaid(row.childLabel) },
  { key: 'unit', title: texts.unit, render: row => row.unitName },
  { key: 'colour', title: texts.risk, render: row => texts.colours[row.colour] },
  { key: 'reason', title: texts.reason, render: row => texts.reasons[row.reason] },
]

/** Children for whom nobody is proposed, the most urgent first. */
export function UnservedList({ roundId }: { roundId: string }) {
  const texts = useWords(words)
  return (
    <Sheet title={texts.unservedTitle}>
      <RecordList<Row>
        caption={texts.unservedTitle} queryKey={[...queries.listUnserved.key(), roundId]} columns={columnsOf(texts)} linkTo={row => `/cases/${row.caseId}`}
        load={({ after, limit, signal }) => client.listUnserved({ id: roundId, limit, ...(after === undefined ? {} : { after }) }, { signal })}
        empty={{ title: texts.allServed, lead: texts.allServedLead }}
      />
    </Sheet>
  )
}
