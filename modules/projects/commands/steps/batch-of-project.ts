import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { listBudgetLines } from '../../queries/projects/figures-of.ts'
import { loadProject, lockProject } from '../../queries/projects/lock-project.ts'
import type { HeldBatch } from '../../queries/lock-batch.ts'
import { leftOfLine } from '../../rules/projects.ts'
import { lockSources, promiseForSource } from './project-money.ts'

/** A batch takes its sum out of what was promised to its project: never more than its line of the budget has left, nor than its fund still owes. */
export async function takeFromProject(context: Context, batch: HeldBatch & { budgetLineId: string }): Promise<void> {
  const { id } = await loadProject(context, batch.projectId ?? '')
  const project = await lockRunning(context, id)
  const line = (await listBudgetLines(context, id)).find((each) => each.id === batch.budgetLineId)
  const leftFen = line === undefined ? 0 : leftOfLine(line)
  if (batch.totalFen > leftFen) throw new Refusal('BUDGET_EXCEEDED', { leftFen: Math.max(leftFen, 0) })
  if (!batch.isRestricted) return
  const source = (await lockSources(context, id)).find(({ fundId }) => fundId === batch.fundId)
  if (source === undefined || source.leftFen < batch.totalFen) throw new Refusal('PROJECT_MONEY_SHORT', { leftFen: source?.leftFen ?? 0 })
  await promiseForSource(context, { project, source, amountFen: source.leftFen - batch.totalFen, reason: '转入资助批次' })
}

async function lockRunning(context: Context, id: string) {
  try {
    return await lockProject(context, { step: 'run', id })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'WRONG_PROJECT_STATUS') throw new Refusal('PROJECT_NOT_RUNNING')
    throw error
  }
}

/** What a batch did not pay is promised to its project again, while that runs. */
export async function giveBackToProject(
  context: Context, { projectId, fundId, amountFen }: { projectId: string; fundId: string; amountFen: number },
): Promise<void> {
  const project = await loadProject(context, projectId)
  const source = (await lockSources(context, projectId)).find((each) => each.fundId === fundId)
  if (source === undefined || project.status === 'closed') return
  await promiseForSource(context, { project, source, amountFen: source.leftFen + amountFen, reason: '批次未付部分退回项目' })
}

/** The same where what the batch held was released in the ledger by hand: it waits to be reserved for the project anew. */
export async function freeForProject(
  { tx, actor }: Context, { projectId, fundId, amountFen }: { projectId: string; fundId: string; amountFen: number },
): Promise<void> {
  await tx.updateTable('projects.projectSources').set((is) => ({ freedFen: is('freedFen', '+', String(amountFen)) })).where('cityId', '=', actor.cityId)
    .where('projectId', '=', projectId).where('fundId', '=', fundId).execute()
}
