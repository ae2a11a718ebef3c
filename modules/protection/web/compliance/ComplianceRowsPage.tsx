import { useSearch } from '@tanstack/react-router'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { complianceFigures } from '../../rules/compliance.ts'
import { client, queries } from '../api.ts'
import { minuteOf } from '../names.ts'

type Row = Awaited<ReturnType<typeof client.listComplianceRows>>['items'][number]
type Asked = Parameters<typeof client.listComplianceRows>[0]

const columns: RecordColumn<Row>[] = [
  { key: 'what', title: '记录', isName: true, render: (row) => row.what },
  { key: 'child', title: '孩子', render: (row) => row.maskedName ?? '' },
  { key: 'at', title: '时间', render: (row) => minuteOf(row.at) },
]

/** The records behind one figure of the yearly report. */
export default function ComplianceRowsPage() {
  const { year, code = 'children-kept', band } = useSearch({ strict: false }) as { year?: string; code?: string; band?: string }
  const figure = complianceFigures.find((each) => each.code === code)
  const asked = { code, ...(year === undefined ? {} : { year: Number(year) }), ...(band === undefined ? {} : { band }) } as Asked
  return (
    <Page title={figure?.name ?? '明细'} lead="数字和这里的明细出自同一批记录。" back={{ to: '/compliance-report', label: '合规报告' }}>
      <RecordList
        caption="明细" queryKey={[...queries.listComplianceRows.key(), code, year, band]} columns={columns}
        load={({ after, limit, signal }) => client.listComplianceRows({ ...asked, limit, ...(after === undefined ? {} : { after }) }, { signal })}
        empty={{ title: '没有记录', lead: '这个数字为零。' }}
      />
    </Page>
  )
}
