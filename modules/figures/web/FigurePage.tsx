import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { FigureCard, Figures } from '#platform/ui/pieces/FigureCard.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queryOf, recordPath, rowsPath, useFigureAddress, type FigureAddress } from './address.ts'
import { client, queries, type ShownRow } from './api.ts'
import { Corrections } from './Corrections.tsx'
import { isOfPeriod, NothingToCount } from './NothingToCount.tsx'
import { SplitSheet, usePartName } from './SplitSheet.tsx'
import { TrendSheet } from './TrendSheet.tsx'
import { UnitSheet } from './UnitSheet.tsx'
import { writeValue } from './write-value.ts'
import { words } from './words.ts'

type Part = 'numerator' | 'denominator'

const columnsOf = (texts: (typeof words)['en'], dateText: (at: string | Date) => string): RecordColumn<ShownRow>[] => [
  { key: 'label', title: texts.record, isName: true, render: row => row.label },
  { key: 'unit', title: texts.unit, render: row => row.unitName },
  { key: 'day', title: texts.day, render: row => row.happenedOn },
  { key: 'value', title: texts.counted, align: 'right', render: row => writeValue(row.value) },
  { key: 'late', title: texts.lateOn, isWideOnly: true, render: row => (row.correctedAt ? dateText(row.correctedAt) : '') },
]

/** One figure: its definition, the records it was counted from, the units below, the months before. */
export default function FigurePage() {
  const texts = useWords(words)
  const { dateText } = useWords()
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const { asked, split, text, set } = useFigureAddress()
  const partName = usePartName(code, asked, split)
  const isPart = partName !== undefined
  const part: Part = text('part') === 'denominator' ? 'denominator' : 'numerator'
  const found = useQuery(queries.listFigureRows.queryOptions({ input: { code, ...asked, ...split, part, limit: 1 } }))
  if (isOfPeriod(found.error)) return <NothingToCount period={asked.period} onLeave={() => set('period', undefined)} />
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const { figure, unitName, period } = found.data
  const load = ({ after, limit, signal }: PageRequest) =>
    client.listFigureRows({ code, ...asked, ...split, part, limit, ...(after === undefined ? {} : { after }) }, { signal })
  return (
    <Page
      title={isPart ? texts.partOf(figure.name, partName) : figure.name}
      lead={texts.definitionOf(figure.definition, unitName, texts.periodText(period))}
      back={isPart ? { to: rowsPath(code, asked), label: figure.name } : { to: `/figures${queryOf(asked)}`, label: texts.figures }}
      actions={<><PrintButton /><ExportButton code={code} part={part} asked={{ ...asked, ...split }} /></>}
    >
      <Figures>
        <FigureCard label={figure.name} value={writeValue(figure.value)} unit={texts.unitText(figure.unit)}
          hint={figure.hasNoDenominator ? texts.noDenominatorHint : texts.periodText(period)} />
        {figure.numerator !== undefined && <FigureCard label={texts.numerator} value={writeValue(figure.numerator)} />}
        {figure.denominator !== undefined && <FigureCard label={texts.denominator} value={writeValue(figure.denominator)} />}
        {figure.reported !== undefined && figure.reported !== figure.value && (
          <FigureCard label={texts.reported} value={writeValue(figure.reported)} hint={texts.reportedHint} />
        )}
      </Figures>
      {figure.kind === 'ratio' && (
        <Segmented<Part>
          aria-label={texts.whichRows} value={part} onChange={chosen => set('part', chosen)}
          options={[{ value: 'numerator', label: texts.numeratorRows }, { value: 'denominator', label: texts.denominatorRows }]}
        />
      )}
      <RecordList
        caption={texts.recordsOf(figure.name)} queryKey={[...queries.listFigureRows.key(), code, asked, part, split]} load={load}
        columns={columnsOf(texts, dateText)} linkTo={recordPath} totalCap={1e12} pageSize={20}
        empty={{ title: texts.noRecords, lead: texts.noRecordsLead }}
      />
      {(figure.corrections ?? 0) > 0 && <Corrections code={code} asked={asked} part={part} />}
      {!isPart && <UnitSheet code={code} asked={asked} />}
      {!isPart && <SplitSheet code={code} unit={figure.unit} asked={asked} />}
      {!isPart && <TrendSheet code={code} asked={asked} />}
    </Page>
  )
}

function ExportButton({ code, part, asked }: { code: string; part: Part; asked: FigureAddress }) {
  const { exportRows } = useWords(words)
  return <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/figure-rows.xlsx${queryOf({ code, part, ...asked })}`}>{exportRows}</Button>
}
