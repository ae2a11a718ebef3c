import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { client, queries, type ShownCase } from '../api.ts'
import { caseColumns } from './CaseListPage.tsx'
import { optionsOf } from '../names.ts'
import { PlannedList } from '../visits/PlannedList.tsx'
import { planningWords } from '../visits/planning-words.ts'
import { careWords, type CareWords } from '../words.ts'
import { caseWords } from './words.ts'

type Words = (typeof caseWords)['zh-CN']

const filtersOf = (words: Words, care: CareWords): RecordFilter[] => [
  {
    key: 'within', label: words.within, kind: 'choice',
    options: ['overdue', '0', '7', '30'].map(value => ({ value, label: words.withinChoices[value] ?? value })),
  },
  { key: 'colour', label: care.risk, kind: 'choice', options: optionsOf(care.colourChoices) },
]

const recordColumn = (words: Words, care: CareWords): RecordColumn<ShownCase> => ({
  key: 'record', title: words.act, render: of => (
    <Link to="/visits/record" search={{ case: of.id } as never} aria-label={care.recordVisitOf(of.childLabel)}>{care.recordVisit}</Link>
  ),
})

/** Who must be visited: overdue first, since the longest; then what is planned for the coming days. */
export default function WorklistPage() {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const planning = useWords(planningWords)
  const { may } = useSession()
  const columns = may('visit.record') ? [...caseColumns(care), recordColumn(words, care)] : caseColumns(care)
  return (
    <Page
      title={care.worklist} lead={words.workLead}
      actions={(
        <>
          {may('case.read') && <Link to="/weekly-digest"><Button>{words.digest}</Button></Link>}
          <Link to="/visits/route"><Button>{planning.route}</Button></Link>
          {may('visit.record') && may('case.read') && <Link to="/visits/week-lists"><Button>{planning.weekLists}</Button></Link>}
          {may('visit.record') && (
            <Link to="/visits/record"><Button type="primary" icon={<EditOutlined aria-hidden="true" />}>{care.recordVisit}</Button></Link>
          )}
        </>
      )}
    >
      <RecordList
        caption={words.dueCases} queryKey={queries.listOverdue.key()} load={loadDue} columns={columns} filters={filtersOf(words, care)}
        linkTo={of => `/cases/${of.id}`} empty={{ title: words.noOpenCases, lead: words.noOpenLead }}
      />
      <PlannedList />
    </Page>
  )
}

async function loadDue({ filters: { within, ...wanted }, after, limit, signal }: PageRequest) {
  // Every open case has a due day; none lies further ahead than this.
  const days = within === undefined ? 1000 : Number(within) || 0
  const dueBy = within === 'overdue' ? {} : { dueBy: addDays(chinaToday(), days) }
  return client.listOverdue({ ...wanted, ...dueBy, limit, ...(after === undefined ? {} : { after }) }, { signal })
}
