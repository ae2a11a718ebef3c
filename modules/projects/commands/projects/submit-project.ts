import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustProposeProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { findProposalProblem } from '../../rules/projects.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** Hands a proposal in: the budget foots with its sources, and there is a step to measure it by. */
export async function submitProject(context: Context, input: { id: string; version: number }): Promise<ProjectRow> {
  const { tx, actor, today } = context
  mustProposeProjects(actor)
  const held = await lockProject(context, { step: 'submit', ...input })
  const { rows: [sums] } = await sql<{ sourcesFen: number; milestonesCount: number }>`select
      (select coalesce(sum(s.amount_fen), 0)::float8 from projects.project_sources s where s.city_id = ${actor.cityId} and s.project_id = ${held.id})
        as sources_fen,
      (select count(*)::int from projects.milestones m where m.city_id = ${actor.cityId} and m.project_id = ${held.id}) as milestones_count`.execute(tx)
  const { sourcesFen, milestonesCount } = sums ?? { sourcesFen: 0, milestonesCount: 0 }
  const problem = findProposalProblem({ budgetFen: held.budgetFen, sourcesFen, milestonesCount })
  if (problem === 'BUDGET_UNFOOTED') throw new Refusal(problem, { budgetFen: held.budgetFen, sourcesFen })
  if (problem !== undefined) throw new Refusal(problem)
  await writeProject(context, held, { status: 'submitted', submittedOn: today })
  await recordProject(context, held, { verb: 'project.submitted', details: { budgetFen: held.budgetFen, round: held.round } })
  return getProjectRow(context, held.id)
}
