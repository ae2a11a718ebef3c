import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { ratioFigures } from '../../contract.ts'
import { client, queries } from '../api.ts'
import { queryOf } from '../names.ts'
import { useBodyAddress } from '../OfBody.tsx'
import { ratioWords } from './words.ts'

type Row = Awaited<ReturnType<typeof client.listRatioPostings>>['items'][number] & { id: string }

/** One figure of the ratios and the postings it counts. */
export default function RatioPostingsPage() {
  const own = useWords(ratioWords)
  const { text } = useBodyAddress()
  const figure = ratioFigures.find(key => key === text('figure')) ?? 'spending'
  const year = Number(text('year') ?? chinaToday().slice(0, 4))
  const input = { bookId: text('book') ?? '', year, figure }
  const load = async ({ after, limit, signal }: PageRequest) => {
    const page = await client.listRatioPostings({ ...input, limit, ...(after === undefined ? {} : { after }) }, { signal })
    return { ...page, items: page.items.map((item): Row => ({ ...item, id: `${item.journalId}-${item.seq}` })) }
  }
  const columns: RecordColumn<Row>[] = [
    { key: 'memo', title: own.memo, isName: true, render: row => row.memo }, { key: 'day', title: own.day, render: row => row.datedOn },
    { key: 'account', title: own.account, render: row => `${row.accountCode} ${row.accountName}` },
    { key: 'fund', title: own.fund, isWideOnly: true, render: row => row.fundName ?? '' },
    { key: 'counted', title: own.counted, align: 'right', render: row => formatYuan(row.countedFen) },
  ]
  return (
    <Page title={own.postingsOf(own.figureWords[figure], year)} lead={own.postingsLead} back={{ to: `/legal-ratios${queryOf({ book: input.bookId })}`,
      label: own.back }}>
      <RecordList caption={own.postingsOf(own.figureWords[figure], year)} queryKey={[...queries.listRatioPostings.key(), input]} load={load} columns={columns}
        empty={{ title: own.empty, lead: own.emptyLead }} />
    </Page>
  )
}
