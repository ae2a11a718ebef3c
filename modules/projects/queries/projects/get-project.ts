import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mayInProjects, mustReadProjects } from '../../access.ts'
import type { Project } from '../../contract.ts'
import { averageScore, forecastFen, hasRelated, limitFor, mayFollowProject, type ProjectStep } from '../../rules/projects.ts'
import { findLimits, findReviews, type HeldReview } from './approval-limits.ts'
import { countReached, listBudgetLines, noMoney, sumProjects, sumUnassigned } from './figures-of.ts'
import { loadProject, type HeldProject } from './lock-project.ts'
import { listPartners } from './list-partners.ts'
import { getProjectRow } from './project-rows.ts'
import { listBelow, listBeneficiaries, listMilestones, listPapers, listSources } from './parts-of.ts'

/** One project with everything that belongs to it, and what the caller may do. */
export async function getProject(context: Context, input: { id: string }): Promise<Project> {
  mustReadProjects(context.actor)
  const held = await loadProject(context, input.id)
  const { id } = held
  const [row, more, lines, sources, milestones, reviews, beneficiaries, papers, below, partners] = await Promise.all([
    getProjectRow(context, id), readMore(context, id), listBudgetLines(context, id), listSources(context, id), listMilestones(context, id),
    findReviews(context, held), listBeneficiaries(context, id), listPapers(context, id), listBelow(context, id), listPartners(context, held)])
  const figures = await figuresOf(context, held)
  return {
    ...row, ...more, lines, sources, partners, milestones, beneficiaries, papers, below, figures, score: averageScore(reviews),
    reviews: reviews.map(({ reviewedBy: _by, reviewedName, reviewedAt, ...said }) => ({ ...said, name: reviewedName, reviewedAt: reviewedAt.toISOString() })),
    need: await needOf(context, held, partners), may: mayOf(context, held, reviews),
  }
}

type More = Pick<Project, 'purpose' | 'peoplePlanned' | 'surplusRule' | 'submittedOn' | 'approvedOn' | 'approvedName' | 'resolution' | 'answer' | 'acceptedOn'
  | 'acceptedName' | 'finding' | 'evaluatedOn' | 'evaluatedName' | 'evaluationScore' | 'evaluation' | 'closedOn' | 'surplusFen' | 'successorId'
  | 'successorName'>

async function readMore({ tx, actor }: Context, id: string): Promise<More> {
  const { rows } = await sql<More>`select r.purpose, r.people_planned, r.surplus_rule, r.submitted_on, r.approved_on, r.approved_name, r.resolution, r.answer,
      r.accepted_on, r.accepted_name, r.finding, r.evaluated_on, r.evaluated_name, r.evaluation_score, r.evaluation, r.closed_on,
      r.surplus_fen::float8 as surplus_fen, r.successor_id, s.name as successor_name
    from projects.projects r left join projects.projects s on s.city_id = r.city_id and s.id = r.successor_id
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Error('a project was lost between two looks in one transaction')
  return found
}

async function figuresOf(context: Context, { id, startsOn, endsOn }: HeldProject): Promise<Project['figures']> {
  const [money, unassignedFen, reached] = await Promise.all([sumProjects(context, [id]), sumUnassigned(context, id), countReached(context, id)])
  const sums = money.get(id) ?? noMoney
  return { ...sums, ...reached, unassignedFen, forecastFen: forecastFen({ startsOn, endsOn, today: context.today, ...sums }) }
}

async function needOf(context: Context, { budgetFen }: HeldProject, partners: Project['partners']): Promise<Project['need']> {
  const limits = await findLimits(context)
  const limit = limitFor(limits, budgetFen)
  return {
    mayApprove: limit !== undefined, mostFen: limits.at(-1)?.mostFen ?? null, needsResolution: (limit?.needsResolution ?? false) || hasRelated(partners),
    reviewsNeeded: limit?.reviewsNeeded ?? 0, leastScore: limit?.leastScore ?? 0,
  }
}

function mayOf({ actor }: Context, held: HeldProject, reviews: readonly HeldReview[]): Project['may'] {
  const may = (permission: string, step: ProjectStep) => mayInProjects(actor, permission) && mayFollowProject(step, held.status)
  const isOther = held.proposedBy !== actor.accountId
  const own = reviews.find(({ reviewedBy }) => reviewedBy === actor.accountId)
  return {
    edit: may('project.propose', 'edit'), submit: may('project.propose', 'submit'), discard: may('project.propose', 'discard'),
    review: may('project.review', 'review') && isOther && own === undefined,
    approve: may('project.approve', 'approve') && isOther && own?.hasConflict !== true, return: may('project.approve', 'return') && isOther,
    run: may('project.run', 'run'), accept: may('project.accept', 'accept') && isOther, evaluate: may('project.accept', 'evaluate'),
    close: may('project.run', 'close'), enter: may('beneficiary.enter', 'enter'), openPaper: mayInProjects(actor, 'project.read'),
  }
}
