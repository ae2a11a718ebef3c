import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { FigureCard, Figures } from '#platform/ui/pieces/FigureCard.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { queryOf, recordPath, useFigureAddress, type FigureAddress } from './address.ts'
import { client, queries, type ShownRow } from './api.ts'
import { Corrections } from './Corrections.tsx'
import { TrendSheet } from './TrendSheet.tsx'
import { UnitSheet } from './UnitSheet.tsx'
import { writeValue } from './write-value.ts'

type Part = 'numerator' | 'denominator'

const columns: RecordColumn<ShownRow>[] = [
  { key: 'label', title: '记录', isName: true, render: row => row.label },
  { key: 'unit', title: '单位', render: row => row.unitName },
  { key: 'day', title: '日期', render: row => row.happenedOn },
  { key: 'value', title: '计入', align: 'right', render: row => writeValue(row.value) },
  { key: 'late', title: '关账后补录', isWideOnly: true, render: row => (row.correctedAt ? new Date(row.correctedAt).toLocaleDateString('zh-CN') : '') },
]

/** One figure: its definition, the records it was counted from, the units below, the months before. */
export default function FigurePage() {
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const { asked, text, set } = useFigureAddress()
  const part: Part = text('part') === 'denominator' ? 'denominator' : 'numerator'
  const found = useQuery(queries.listFigureRows.queryOptions({ input: { code, ...asked, part, limit: 1 } }))
  if (found.isError) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const { figure, unitName, period } = found.data
  const load = ({ after, limit, signal }: PageRequest) =>
    client.listFigureRows({ code, ...asked, part, limit, ...(after === undefined ? {} : { after }) }, { signal })
  return (
    <Page
      title={figure.name} lead={`${figure.definition}（${unitName}，${period.label}）`} back={{ to: `/figures${queryOf(asked)}`, label: '统计数字' }}
      actions={<><PrintButton /><ExportButton code={code} part={part} asked={asked} /></>}
    >
      <Figures>
        <FigureCard label={figure.name} value={writeValue(figure.value)} unit={figure.unit} hint={figure.hasNoDenominator ? '分母为 0，按 0 显示' : period.label} />
        {figure.numerator !== undefined && <FigureCard label="分子" value={writeValue(figure.numerator)} />}
        {figure.denominator !== undefined && <FigureCard label="分母" value={writeValue(figure.denominator)} />}
        {figure.reported !== undefined && figure.reported !== figure.value && <FigureCard label="上报数" value={writeValue(figure.reported)} hint="关账时的数" />}
      </Figures>
      {figure.kind === 'ratio' && (
        <Segmented<Part>
          aria-label="列出哪些记录" value={part} onChange={chosen => set('part', chosen)}
          options={[{ value: 'numerator', label: '分子的记录' }, { value: 'denominator', label: '分母的记录' }]}
        />
      )}
      <RecordList
        caption={`${figure.name}的记录`} queryKey={[...queries.listFigureRows.key(), code, asked, part]} load={load}
        columns={columns} linkTo={recordPath} totalCap={1e12} pageSize={20}
        empty={{ title: '没有记录', lead: '这个单位在这个时段没有可统计的记录。' }}
      />
      {(figure.corrections ?? 0) > 0 && <Corrections code={code} asked={asked} part={part} />}
      <UnitSheet code={code} asked={asked} />
      <TrendSheet code={code} asked={asked} />
    </Page>
  )
}

function ExportButton({ code, part, asked }: { code: string; part: Part; asked: FigureAddress }) {
  return <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/figure-rows.xlsx${queryOf({ code, part, ...asked })}`}>导出明细</Button>
}
