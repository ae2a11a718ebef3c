import { recordFacts } from '#modules/figures/index.ts'
import { nameProjects } from '#modules/ledger/index.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { findLimits, findReviews } from '../../queries/projects/approval-limits.ts'
import { listPartners } from '../../queries/projects/list-partners.ts'
import { lockProject, type HeldProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { projectBegun } from '../../rules/countable.ts'
import { findProjectApprovalProblem, hasRelated } from '../../rules/projects.ts'
import { lockSources, promiseForSource } from '../steps/project-money.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** Says yes within the dated limits. The money of restricted funds is promised, and lines of the books may name the project from now on. */
export async function approveProject(context: Context, input: { id: string; version: number; resolution?: string | undefined }): Promise<ProjectRow> {
  const { actor, today } = context
  mustApproveProjects(actor)
  const { resolution, ...asked } = input
  const held = await lockProject(context, { step: 'approve', ...asked })
  const [limits, reviews] = [await findLimits(context), await findReviews(context, held)]
  const isRelated = hasRelated(await listPartners(context, held))
  const problem = findProjectApprovalProblem({
    approver: actor.accountId, proposedBy: held.proposedBy, limits, budgetFen: held.budgetFen, resolution, reviews, isRelated,
  })
  if (problem?.code === 'RESOLUTION') {
    const why = isRelated ? '合作方是关联方，要理事会决议（关联理事回避）' : '这样大的预算要理事会决议'
    throw new InvalidInput([{ path: ['resolution'], message: `${why}，请填决议编号` }])
  }
  if (problem !== undefined) throw new Refusal(problem.code, 'data' in problem ? problem.data : undefined)
  await writeProject(context, held, {
    status: 'running', approvedBy: actor.accountId, approvedName: actor.personName, approvedOn: today, resolution: resolution ?? null,
  })
  for (const source of await lockSources(context, held.id)) {
    if (source.isRestricted) await promiseForSource(context, { project: held, source, amountFen: source.amountFen, reason: '批准立项' })
  }
  await openToOthers(context, held)
  await recordFacts(context, projectBegun(held, today))
  await recordProject(context, held, { verb: 'project.approved', details: { budgetFen: held.budgetFen, resolution: resolution ?? null } })
  return getProjectRow(context, held.id)
}

/** Accountants may name it on lines, units below may enter whom it helps. */
async function openToOthers(context: Context, held: HeldProject): Promise<void> {
  const { tx, actor } = context
  const lines = await tx.selectFrom('projects.budgetLines').select(['id', 'name']).where('cityId', '=', actor.cityId).where('projectId', '=', held.id)
    .orderBy('seq').execute()
  const named = { bookId: held.bookId, scopeCode: held.scopeCode, isOpen: true }
  await nameProjects(context, [
    { id: held.id, label: held.name, ...named }, ...lines.map(({ id, name }) => ({ id, label: `${held.name} · ${name}`, ...named })),
  ])
  const { unitName } = await getProjectRow(context, held.id)
  await tx.insertInto('projects.openProjects')
    .values({ cityId: actor.cityId, projectId: held.id, name: held.name, unitName, startsOn: held.startsOn, endsOn: held.endsOn }).execute()
}
