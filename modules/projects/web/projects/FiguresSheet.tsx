import { Link } from '@tanstack/react-router'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { findRunOutDay, leftOfLine } from '../../rules/projects.ts'
import type { ReadProject } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { ProjectTag } from './ProjectTag.tsx'
import { projectWords } from './words.ts'

/** Budget beside spending: each figure of the books opens its postings; sources; projects below. */
export function FiguresSheet({ project }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const { figures, below } = project
  return (
    <Sheet title={own.figures}>
      {project.approvedOn !== null && <Totals project={project} />}
      <BudgetTable project={project} />
      <h3>{own.sources}</h3>
      <ul className="projects-list">{project.sources.map(source => <SourceLine key={source.fundId} source={source} />)}</ul>
      {below.length > 0 && (
        <>
          <h3>{own.belowTitle}</h3>
          <ul className="projects-list">{below.map(child => (
            <li key={child.id}>
              <Link to={`/projects/${child.id}`}>{child.name}</Link> <ProjectTag status={child.status} />
              <span>{own.actual} {own.ofTotal(formatYuan(child.actualFen))} / {own.ofTotal(formatYuan(child.budgetFen))}</span>
            </li>
          ))}</ul>
        </>
      )}
      {figures.unassignedFen !== 0 && <p className="xh-secondary">{own.unassigned} {own.ofTotal(formatYuan(figures.unassignedFen))}</p>}
    </Sheet>
  )
}

function Totals({ project }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const { figures, below } = project
  const yuan = (fen: number) => own.ofTotal(formatYuan(fen))
  const share = figures.budgetFen === 0 ? 0 : Math.min(100, Math.round(figures.actualFen / figures.budgetFen * 100))
  return (
    <>
      <Facts lines={[
        fact(own.budget, yuan(figures.budgetFen)),
        fact(own.actual, <Link to={`/projects/${project.id}/postings`} aria-label={`${own.openPostings(project.name)} ${yuan(figures.actualFen)}`}>
          {yuan(figures.actualFen)}
        </Link>),
        fact(own.promised, yuan(figures.promisedFen)), fact(own.left, yuan(leftOfLine(figures))),
        project.status === 'running' && fact(own.forecast, <Forecast project={project} />),
        below.length > 0 && fact(own.belowTitle, own.below),
      ]} />
      <div className="projects-bar" aria-hidden="true"><span style={{ width: `${share}%` }} /></div>
    </>
  )
}

/** What it will come to; where the budget will not last, the day on which it is used up says more than a sum nobody may spend. */
function Forecast({ project: { startsOn, endsOn, figures } }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const runsOut = findRunOutDay({ startsOn, endsOn, today: chinaToday(), ...figures })
  if (runsOut !== undefined) return <>{own.runsOut(runsOut)}</>
  return <>{own.ofTotal(formatYuan(figures.forecastFen))} <span className="xh-secondary">{own.forecastLead}</span></>
}

function BudgetTable({ project }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const isApproved = project.approvedOn !== null
  return (
    <div className="projects-scroll" role="region" aria-label={own.lines} tabIndex={0}>
      <table className="projects-table">
        <thead><tr>
          <th scope="col">{own.lineName}</th><th scope="col" className="projects-number">{own.budget}</th>
          {isApproved && <><th scope="col" className="projects-number">{own.actual}</th><th scope="col" className="projects-number">{own.promised}</th>
            <th scope="col" className="projects-number">{own.left}</th></>}
        </tr></thead>
        <tbody>{project.lines.map(line => (
          <tr key={line.id}>
            <th scope="row">{line.name}</th><td className="projects-number">{formatYuan(line.budgetFen)}</td>
            {isApproved && (
              <>
                <td className="projects-number">
                  <Link
                    to={`/projects/${project.id}/postings`} search={{ line: line.id } as never}
                    aria-label={`${own.openPostings(line.name)} ${formatYuan(line.actualFen)}`}
                  >
                    {formatYuan(line.actualFen)}
                  </Link>
                </td>
                <td className="projects-number">{formatYuan(line.promisedFen)}</td><td className="projects-number">{formatYuan(leftOfLine(line))}</td>
              </>
            )}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

function SourceLine({ source }: { source: ReadProject['sources'][number] }) {
  const own = useWords(projectWords)
  return (
    <li>
      <span>{source.fundName}</span><strong>{own.ofTotal(formatYuan(source.amountFen))}</strong>
      {source.carriedFen > 0 && <span className="xh-secondary">{own.carried(formatYuan(source.carriedFen))}</span>}
      {source.leftFen !== null && source.leftFen > 0 && <span className="xh-secondary">{own.stillReserved(formatYuan(source.leftFen))}</span>}
      {source.freedFen > 0 && <StatusTag tone="attention">{own.freed(formatYuan(source.freedFen))}</StatusTag>}
    </li>
  )
}
