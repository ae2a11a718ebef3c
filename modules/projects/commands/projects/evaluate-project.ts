import type { Context } from '#platform/http/context.ts'
import { mustAcceptProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** Says what an accepted project was worth; until it is closed it may be said anew. */
export async function evaluateProject(
  context: Context, input: { id: string; version: number; score: number; evaluation: string },
): Promise<ProjectRow> {
  const { actor, today } = context
  mustAcceptProjects(actor)
  const { score, evaluation, ...asked } = input
  const held = await lockProject(context, { step: 'evaluate', ...asked })
  await writeProject(context, held, { evaluatedOn: today, evaluatedName: actor.personName, evaluationScore: score, evaluation })
  await recordProject(context, held, { verb: 'project.evaluated', details: { score } })
  return getProjectRow(context, held.id)
}
