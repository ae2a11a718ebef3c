import { completeTask } from '#modules/notices/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { sumFen } from '#platform/values/money.ts'
import { mustRunProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { lockSources, promiseForSource } from '../steps/project-money.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** What was released in the ledger by hand is reserved for the running project anew, fund by fund: never more than is free there. */
export async function reserveProjectMoney(context: Context, input: { id: string; version: number }): Promise<ProjectRow> {
  const { tx, actor } = context
  mustRunProjects(actor)
  const held = await lockProject(context, { step: 'run', ...input })
  const freed = (await lockSources(context, held.id)).filter(({ freedFen }) => freedFen > 0)
  if (freed.length === 0) throw new Refusal('NOTHING_FREED')
  for (const source of freed) {
    await promiseForSource(context, { project: held, source, amountFen: source.leftFen + source.freedFen, reason: '重新预留' })
    await tx.updateTable('projects.projectSources').set({ freedFen: 0 }).where('cityId', '=', actor.cityId).where('projectId', '=', held.id)
      .where('fundId', '=', source.fundId).execute()
  }
  await writeProject(context, held, {})
  await completeTask(context, { sourceKind: 'project-money', sourceId: held.id })
  await recordProject(context, held, { verb: 'project-money.reserved', details: { amountFen: sumFen(freed.map(({ freedFen }) => freedFen)) } })
  return getProjectRow(context, held.id)
}
