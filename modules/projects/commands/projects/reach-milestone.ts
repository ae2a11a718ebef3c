import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRunProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** A step was reached; said again it is put right. */
export async function reachMilestone(
  context: Context, input: { id: string; milestoneId: string; reachedOn: string; note: string },
): Promise<ProjectRow> {
  const { tx, actor, today } = context
  mustRunProjects(actor)
  const held = await lockProject(context, { step: 'run', id: input.id })
  if (input.reachedOn > today) throw new InvalidInput([{ path: ['reachedOn'], message: '完成日期不能晚于今天' }])
  const reached = await tx.updateTable('projects.milestones')
    .set({ reachedOn: input.reachedOn, reachedName: actor.personName, note: input.note === '' ? null : input.note })
    .where('cityId', '=', actor.cityId).where('projectId', '=', held.id).where('id', '=', input.milestoneId).returning('id').execute()
  if (reached.length === 0) throw new Refusal('NOT_FOUND')
  await writeProject(context, held, {})
  await recordProject(context, held, { verb: 'project-milestone.reached', details: { milestoneId: input.milestoneId, reachedOn: input.reachedOn } })
  return getProjectRow(context, held.id)
}
