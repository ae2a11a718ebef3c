import type { Context } from '#platform/http/context.ts'
import { sumFen } from '#platform/values/money.ts'
import { mustProposeProjects } from '../../access.ts'
import type { ProjectRow, Proposal } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { recordProject, writeParts, writeProject } from '../steps/write-project.ts'
import { mustBeProposal } from './draft-project.ts'

/** Changes a proposal that is not handed in. */
export async function updateProject(context: Context, input: Proposal & { id: string; version: number }): Promise<ProjectRow> {
  mustProposeProjects(context.actor)
  const { id, version, lines, sources, milestones, partners, parentId, ...fields } = input
  const held = await lockProject(context, { step: 'edit', id, version })
  await mustBeProposal(context, { bookId: held.bookId, proposal: input })
  await writeParts(context, held, { lines, sources, milestones, partners })
  await writeProject(context, held, { ...fields, parentId: parentId ?? null, budgetFen: sumFen(lines.map(({ amount }) => amount)) })
  await recordProject(context, held, { verb: 'project.updated' })
  return getProjectRow(context, id)
}
