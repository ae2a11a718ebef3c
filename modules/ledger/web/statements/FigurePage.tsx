import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { FigureCard, Figures } from '#platform/ui/pieces/FigureCard.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { statementColumns, statementForms } from '../../contract.ts'
import { queryOf, thisMonth, useStatementAddress } from './address.ts'
import { client, queries, type ShownPosting } from './api.ts'
import { words } from './words.ts'

type Row = ShownPosting & { id: string }

/** One figure of a statement and the postings it counts. */
export default function FigurePage() {
  const texts = useWords(words)
  const { text, month: monthIn } = useStatementAddress()
  const form = statementForms.find(key => key === text('form')) ?? 'balance-sheet'
  const column = statementColumns.find(key => key === text('column')) ?? 'closing'
  const month = monthIn('month') ?? thisMonth()
  const input = { bookId: text('book') ?? '', form, month, line: text('line') ?? '1', column }
  const found = useQuery(queries.listFigurePostings.queryOptions({ input: { ...input, limit: 1 } }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const load = async ({ after, limit, signal }: PageRequest) => {
    const page = await client.listFigurePostings({ ...input, limit, ...(after === undefined ? {} : { after }) }, { signal })
    return { ...page, items: page.items.map((item): Row => ({ ...item, id: `${item.journalId}-${item.seq}` })) }
  }
  return (
    <Page title={texts.postingsOf(found.data.lineName)} lead={texts.figureLead(texts.tables[form], texts.columns[column], texts.monthText(month))}
      back={{ to: `/statements${queryOf({ book: input.bookId, table: form, month })}`, label: texts.back }} actions={<PrintButton />}>
      <Figures><FigureCard label={found.data.lineName} value={formatYuan(found.data.figureFen)} hint={texts.columns[column]} /></Figures>
      <RecordList caption={texts.postingsOf(found.data.lineName)} queryKey={[...queries.listFigurePostings.key(), input]} load={load} columns={useColumns()}
        empty={{ title: texts.noPostings, lead: texts.noPostingsLead }} />
    </Page>
  )
}

function useColumns(): RecordColumn<Row>[] {
  const texts = useWords(words)
  return [
    { key: 'memo', title: texts.memo, isName: true, render: row => row.memo },
    { key: 'day', title: texts.day, render: row => row.datedOn },
    { key: 'voucher', title: texts.voucher, render: row => (row.voucherNumber === null ? texts.noVoucher : texts.voucherText(row.month, row.voucherNumber)) },
    { key: 'account', title: texts.account, render: row => `${row.accountCode} ${row.accountName}` },
    { key: 'fund', title: texts.fund, isWideOnly: true, render: row => row.fundName ?? '' },
    { key: 'project', title: texts.project, isWideOnly: true, render: row => row.projectLabel ?? '' },
    { key: 'counted', title: texts.counted, align: 'right', render: row => formatYuan(row.countedFen) },
  ]
}
