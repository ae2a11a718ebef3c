import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { recordPath, type FigureAddress } from './address.ts'
import { client, queries } from './api.ts'

type Shown = Awaited<ReturnType<typeof client.listFigureCorrections>>['items'][number]

const columns: RecordColumn<Shown>[] = [
  { key: 'label', title: '关账后的更正', isName: true, render: row => row.label },
  { key: 'sign', title: '影响', render: row => (row.sign > 0 ? '补录，加上' : '撤销，减去') },
  { key: 'unit', title: '单位', render: row => row.unitName },
  { key: 'day', title: '发生日期', render: row => row.happenedOn },
  { key: 'at', title: '更正时间', render: row => new Date(row.recordedAt).toLocaleString('zh-CN') },
]

/** What came after the closing of its month, each with the day it was put right. */
export function Corrections({ code, asked, part }: { code: string; asked: FigureAddress; part: 'numerator' | 'denominator' }) {
  const load = ({ after, limit, signal }: PageRequest) =>
    client.listFigureCorrections({ code, ...asked, part, limit, ...(after === undefined ? {} : { after }) }, { signal })
  return (
    <RecordList caption="关账后的更正" queryKey={[...queries.listFigureCorrections.key(), code, asked, part]} load={load} columns={columns} linkTo={recordPath} />
  )
}
