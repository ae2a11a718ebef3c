import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { recordPath, type FigureAddress } from './address.ts'
import { client, queries } from './api.ts'
import { words } from './words.ts'

type Shown = Awaited<ReturnType<typeof client.listFigureCorrections>>['items'][number]

function useColumns(): RecordColumn<Shown>[] {
  const texts = useWords(words)
  const { momentText } = useWords()
  return [
    { key: 'label', title: texts.corrections, isName: true, render: row => row.label },
    { key: 'sign', title: texts.effect, render: row => (row.sign > 0 ? texts.addedLate : texts.takenBack) },
    { key: 'unit', title: texts.unit, render: row => row.unitName },
    { key: 'day', title: texts.happenedOn, render: row => row.happenedOn },
    { key: 'at', title: texts.correctedAt, render: row => momentText(row.recordedAt) },
  ]
}

/** What came after the closing of its month, each with the day it was put right. */
export function Corrections({ code, asked, part }: { code: string; asked: FigureAddress; part: 'numerator' | 'denominator' }) {
  const texts = useWords(words)
  const columns = useColumns()
  const load = ({ after, limit, signal }: PageRequest) =>
    client.listFigureCorrections({ code, ...asked, part, limit, ...(after === undefined ? {} : { after }) }, { signal })
  return (
    <RecordList
      caption={texts.corrections} queryKey={[...queries.listFigureCorrections.key(), code, asked, part]} load={load} columns={columns} linkTo={recordPath}
    />
  )
}
