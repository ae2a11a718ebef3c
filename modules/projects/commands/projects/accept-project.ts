import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustAcceptProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { listMilestones, listPapers } from '../../queries/projects/parts-of.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** Finds that what was promised is done: every step is reached, and there is evidence. Nobody accepts what he proposed. */
export async function acceptProject(context: Context, input: { id: string; version: number; finding: string }): Promise<ProjectRow> {
  const { tx, actor, today } = context
  mustAcceptProjects(actor)
  const { finding, ...asked } = input
  const held = await lockProject(context, { step: 'accept', ...asked })
  if (held.proposedBy === actor.accountId) throw new Refusal('OWN_PROJECT')
  const titles = (await listMilestones(context, held.id)).filter(({ reachedOn }) => reachedOn === null).map(({ title }) => title)
  if (titles.length > 0) throw new Refusal('MILESTONES_OPEN', { titles })
  if ((await listPapers(context, held.id)).length === 0) throw new Refusal('PAPERS_MISSING')
  await writeProject(context, held, { status: 'accepted', acceptedOn: today, acceptedName: actor.personName, finding })
  await tx.deleteFrom('projects.openProjects').where('cityId', '=', actor.cityId).where('projectId', '=', held.id).execute()
  await recordProject(context, held, { verb: 'project.accepted' })
  return getProjectRow(context, held.id)
}
