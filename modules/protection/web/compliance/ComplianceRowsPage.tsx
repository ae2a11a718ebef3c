import { useSearch } from '@tanstack/react-router'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries } from '../api.ts'
import { minuteOf } from '../names.ts'
import { nameWords } from '../words/name-words.ts'
import { pageWords } from '../words/page-words.ts'

type Row = Awaited<ReturnType<typeof client.listComplianceRows>>['items'][number]
type Asked = Parameters<typeof client.listComplianceRows>[0]

/** The records behind one figure of the yearly report. */
export default function ComplianceRowsPage() {
  const texts = useWords(pageWords)
  const { figures } = useWords(nameWords)
  const columns: RecordColumn<Row>[] = [
    { key: 'what', title: texts.entry, isName: true, render: (row) => row.what },
    { key: 'child', title: texts.child, render: (row) => row.maskedName ?? '' },
    { key: 'at', title: texts.at, render: (row) => timeOf(row.at) },
  ]
  const { year, code = 'children-kept', band } = useSearch({ strict: false }) as { year?: string; code?: string; band?: string }
  const asked = { code, ...(year === undefined ? {} : { year: Number(year) }), ...(band === undefined ? {} : { band }) } as Asked
  return (
    <Page title={figures[code as keyof typeof figures] ?? texts.rows} lead={texts.rowsLead} back={{ to: '/compliance-report', label: texts.compliance }}>
      <RecordList
        caption={texts.rows} queryKey={[...queries.listComplianceRows.key(), code, year, band]} columns={columns}
        load={({ after, limit, signal }) => client.listComplianceRows({ ...asked, limit, ...(after === undefined ? {} : { after }) }, { signal })}
        empty={{ title: texts.noRows, lead: texts.noRowsLead }}
      />
    </Page>
  )
}

/** What happened on a day and not at an hour stands at its first minute: the day alone is shown. */
const timeOf = (at: Row['at']): string => minuteOf(at).replace(/ 00:00$/, '')
