import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** Says no to a proposal, with a reason. */
export async function declineProject(context: Context, input: { id: string; version: number; reason: string }): Promise<ProjectRow> {
  mustApproveProjects(context.actor)
  const { reason, ...asked } = input
  const held = await lockProject(context, { step: 'return', ...asked })
  if (held.proposedBy === context.actor.accountId) throw new Refusal('OWN_PROJECT')
  await writeProject(context, held, { status: 'declined', answer: reason })
  await recordProject(context, held, { verb: 'project.declined', reason })
  return getProjectRow(context, held.id)
}
