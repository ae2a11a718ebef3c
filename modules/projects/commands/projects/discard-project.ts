import type { Context } from '#platform/http/context.ts'
import { mustProposeProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** Gives up a proposal that is not handed in. */
export async function discardProject(context: Context, input: { id: string; version: number }): Promise<ProjectRow> {
  mustProposeProjects(context.actor)
  const held = await lockProject(context, { step: 'discard', ...input })
  await writeProject(context, held, { status: 'discarded' })
  await recordProject(context, held, { verb: 'project.discarded' })
  return getProjectRow(context, held.id)
}
