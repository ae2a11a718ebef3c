import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type ReadProject } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { words } from '../words.ts'
import { FiguresSheet } from './FiguresSheet.tsx'
import { MilestoneSheet } from './MilestoneSheet.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { PartnerSheet } from './PartnerSheet.tsx'
import { PeopleSheet } from './PeopleSheet.tsx'
import { ProjectActs } from './ProjectActs.tsx'
import { ProjectTag } from './ProjectTag.tsx'
import { ReviewSheet } from './ReviewSheet.tsx'
import { projectWords } from './words.ts'
import './projects.css'

/** One project: what it wants, what it may spend and spent, who looked at it, whom it reached, how it ended. */
export default function ProjectPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getProject.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ProjectView project={asked.data} /> : <Skeleton active />
}

function ProjectView({ project }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const isApproved = project.approvedOn !== null
  return (
    <Page
      title={project.name} back={{ to: '/projects', label: own.projects }} actions={<ProjectActs project={project} />}
      lead={<><ProjectTag status={project.status} /> {project.startsOn} – {project.endsOn} · {own.ofTotal(formatYuan(project.budgetFen))}</>}
    >
      {project.answer !== null && (project.status === 'draft' || project.status === 'declined') && (
        <Alert type="warning" showIcon className="xh-gap" title={own.answer} description={project.answer} />
      )}
      <FiguresSheet project={project} />
      <Sheet title={own.details}><ProjectFacts project={project} /></Sheet>
      <PartnerSheet project={project} />
      <ReviewSheet project={project} />
      <MilestoneSheet project={project} />
      {isApproved && <PeopleSheet project={project} />}
      {isApproved && <PaperSheet project={project} />}
    </Page>
  )
}

function ProjectFacts({ project }: { project: ReadProject }) {
  const texts = useWords(words)
  const own = useWords(projectWords)
  const ofWhom = (name: string, on: string | null, by: string | null) => on !== null && fact(name, own.byOn(on, by ?? ''))
  return (
    <Facts lines={[
      fact(own.purpose, <span className="projects-words">{project.purpose}</span>), fact(own.peoplePlanned, project.peoplePlanned),
      fact(own.surplusRule, own.surplusWords[project.surplusRule]), fact(texts.book, `${project.bookName} · ${project.unitName}`),
      project.parentId !== null && fact(own.programme, <Link to={`/projects/${project.parentId}`}>{project.parentName}</Link>),
      fact(own.proposed, project.submittedOn === null ? project.proposedName : own.byOn(project.submittedOn, project.proposedName)),
      ofWhom(own.approved, project.approvedOn, project.approvedName), project.resolution !== null && fact(own.resolution, project.resolution),
      ofWhom(own.accepted, project.acceptedOn, project.acceptedName), project.finding !== null && fact(own.finding, project.finding),
      ofWhom(own.evaluation, project.evaluatedOn, project.evaluatedName),
      project.evaluation !== null && fact(own.evaluation, `${own.points(project.evaluationScore ?? 0)} · ${project.evaluation}`),
      project.closedOn !== null && fact(own.closed, project.closedOn),
      project.surplusFen !== null && fact(own.surplus, texts.yuan(formatYuan(project.surplusFen))),
      project.successorId !== null && fact(own.successor, <Link to={`/projects/${project.successorId}`}>{project.successorName}</Link>),
    ]} />
  )
}
