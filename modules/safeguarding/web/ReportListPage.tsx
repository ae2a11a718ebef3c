import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import type { Status } from '../contract.ts'
import { situationTitles, statusWords } from '../rules/words.ts'
import { client, clockOf, queries, type ShownReport } from './api.ts'
import { situationOptions, statusOptions } from './names.ts'

const columns: RecordColumn<ShownReport>[] = [
  { key: 'number', title: '报告', isName: true, render: report => report.number },
  { key: 'status', title: '状态', render: report => <ReportState status={report.status} /> },
  { key: 'situations', title: '情形', render: report => report.situations.map(code => situationTitles[code]).join('、') },
  { key: 'unit', title: '单位', render: report => report.unitName },
  { key: 'filed', title: '报告时间', render: report => clockOf(report.filedAt) },
  { key: 'seen', title: '发现时间', isWideOnly: true, render: report => clockOf(report.seenAt) },
]
const filters: RecordFilter[] = [
  { key: 'status', label: '状态', kind: 'choice', options: statusOptions }, { key: 'situation', label: '情形', kind: 'choice', options: situationOptions },
]

/** The reports for which one is named, the latest first. */
export default function ReportListPage() {
  const { may } = useSession()
  return (
    <Page
      title="强制报告处置" lead="这里只有您被指定查看的报告。打开报告、查看报告人、打印都会留痕。"
      actions={may('safeguarding.designate') && <Link to="/safeguarding/designees"><Button>指定保护人员</Button></Link>}
    >
      <RecordList
        caption="强制报告" queryKey={queries.listReports.key()} load={loadReports} columns={columns} filters={filters}
        linkTo={report => `/safeguarding/reports/${report.id}`}
        empty={{ title: '没有要您查看的报告', lead: '报告只送给未成年人信息负责人、指定保护人员和被指名的人。' }}
      />
    </Page>
  )
}

const tones: Readonly<Record<Status, Tone>> = { filed: 'danger', handling: 'attention', closed: 'good' }

/** Where a report stands. */
export function ReportState({ status }: { status: Status }) {
  return <StatusTag tone={tones[status]}>{statusWords[status]}</StatusTag>
}

const loadReports = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listReports({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listReports>[0], { signal }))
