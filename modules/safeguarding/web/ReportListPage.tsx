import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import type { Status } from '../contract.ts'
import { client, queries, type ShownReport } from './api.ts'
import { optionsOf, words } from './words.ts'

function useColumns(): RecordColumn<ShownReport>[] {
  const texts = useWords(words)
  const { listed } = useWords()
  return [
    { key: 'number', title: texts.report, isName: true, render: report => report.number },
    { key: 'status', title: texts.status, render: report => <ReportState status={report.status} /> },
    { key: 'situations', title: texts.situation, render: report => listed(report.situations.map(code => texts.situationTitles[code])) },
    { key: 'unit', title: texts.unit, render: report => report.unitName },
    { key: 'filed', title: texts.filedAt, render: report => minuteInChina(report.filedAt) },
    { key: 'seen', title: texts.seenAt, isWideOnly: true, render: report => minuteInChina(report.seenAt) },
  ]
}

/** The reports for which one is named, the latest first. */
export default function ReportListPage() {
  const texts = useWords(words)
  const { may } = useSession()
  const options = optionsOf(texts)
  const filters: RecordFilter[] = [
    { key: 'status', label: texts.status, kind: 'choice', options: options.statuses },
    { key: 'situation', label: texts.situation, kind: 'choice', options: options.situations },
  ]
  return (
    <Page
      title={texts.reports} lead={texts.reportsLead}
      actions={may('safeguarding.designate') && <Link to="/safeguarding/designees"><Button>{texts.designees}</Button></Link>}
    >
      <RecordList
        caption={texts.caption} queryKey={queries.listReports.key()} load={loadReports} columns={useColumns()} filters={filters}
        linkTo={report => `/safeguarding/reports/${report.id}`}
        empty={{ title: texts.noReports, lead: texts.noReportsLead }}
      />
    </Page>
  )
}

const tones: Readonly<Record<Status, Tone>> = { filed: 'danger', handling: 'attention', closed: 'good' }

/** Where a report stands. */
export function ReportState({ status }: { status: Status }) {
  return <StatusTag tone={tones[status]}>{useWords(words).statusWords[status]}</StatusTag>
}

const loadReports = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listReports({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listReports>[0], { signal }))
