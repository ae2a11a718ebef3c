import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { projectStatuses } from '../../contract.ts'
import { client, queries, type ShownProject } from '../api.ts'
import { words } from '../words.ts'
import { ProjectTag } from './ProjectTag.tsx'
import { projectWords } from './words.ts'

/** Projects of the range, the latest changed first. */
export default function ProjectListPage() {
  const texts = useWords(words)
  const own = useWords(projectWords)
  const { may } = useSession()
  const columns: RecordColumn<ShownProject>[] = [
    { key: 'name', title: own.name, isName: true, render: project => project.name },
    { key: 'status', title: texts.status, render: project => <ProjectTag status={project.status} /> },
    { key: 'days', title: own.days, render: project => `${project.startsOn} – ${project.endsOn}` },
    { key: 'budget', title: own.budget, align: 'right', render: project => texts.yuan(formatYuan(project.budgetFen)) },
    { key: 'actual', title: own.actual, align: 'right', render: project => texts.yuan(formatYuan(project.actualFen)) },
    { key: 'programme', title: own.programme, isWideOnly: true, render: project => project.parentName ?? '' },
    { key: 'unit', title: texts.book, isWideOnly: true, render: project => project.bookName },
  ]
  const filters: RecordFilter[] = [{
    key: 'status', label: texts.status, kind: 'choice', options: projectStatuses.map(value => ({ value, label: own.statusWords[value] })),
  }]
  const propose = may('project.propose') && <Link to="/projects/propose"><Button type="primary">{own.propose}</Button></Link>
  return (
    <Page title={own.projects} lead={own.lead} actions={propose}>
      <RecordList
        caption={own.projects} queryKey={queries.listProjects.key()} load={loadProjects} columns={columns} filters={filters}
        linkTo={project => `/projects/${project.id}`} empty={{ title: own.none, lead: own.noneLead, ...(propose ? { action: propose } : {}) }}
      />
    </Page>
  )
}

const loadProjects = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listProjects({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listProjects>[0], { signal }))
