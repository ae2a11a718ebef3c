import { sql } from 'kysely'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { nameProjects } from '#modules/ledger/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { sumFen } from '#platform/values/money.ts'
import { mustRunProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject, type HeldProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { projectClosed } from '../../rules/countable.ts'
import { isCarried, mayFollowProject } from '../../rules/projects.ts'
import { carryToSuccessor, lockSources, promiseForSource, type HeldSource } from '../steps/project-money.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** Ends a project for good. What is left goes by the rule of the proposal: free again in its funds, or promised to a successor. */
export async function closeProject(context: Context, input: { id: string; version: number; successorId?: string | undefined }): Promise<ProjectRow> {
  const { actor, today } = context
  mustRunProjects(actor)
  const { successorId, ...asked } = input
  const held = await lockProject(context, { step: 'close', ...asked })
  const named = successorId === undefined || successorId === held.id ? undefined : await findSuccessor(context, { held, id: successorId })
  if (held.evaluatedOn === null) throw new Refusal('NOT_EVALUATED')
  await mustBeDone(context, held.id)
  const sources = await lockSources(context, held.id)
  const surplusFen = sumFen(sources.map(({ leftFen }) => leftFen))
  const successor = isCarried(held.surplusRule, surplusFen) ? named : undefined
  if (isCarried(held.surplusRule, surplusFen) && successor === undefined) throw new Refusal('SUCCESSOR_MISSING')
  await freeSources(context, { held, sources, successor })
  await nameProjects(context, await namesOf(context, held))
  await writeProject(context, held, { status: 'closed', closedOn: today, surplusFen, successorId: successor?.id ?? null })
  await endFacts(context, { recordId: held.id, measures: ['project.running'], on: today })
  await recordFacts(context, projectClosed(held, today))
  await recordProject(context, held, { verb: 'project.closed', details: { surplusFen, rule: held.surplusRule, successorId: successor?.id ?? null } })
  return getProjectRow(context, held.id)
}

async function findSuccessor(context: Context, { held, id }: { held: HeldProject; id: string }): Promise<HeldProject | undefined> {
  const { tx, actor } = context
  const { rows } = await sql<HeldProject>`select r.id, r.scope_code::text as scope_code, r.book_id, r.name, r.status from projects.projects r
    where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Refusal('NOT_FOUND')
  return found.bookId === held.bookId && mayFollowProject('run', found.status) ? found : undefined
}

async function mustBeDone({ tx, actor }: Context, id: string): Promise<void> {
  const { rows: [open] } = await sql<{ batches: boolean; below: boolean }>`select
    exists (select 1 from projects.batches b where b.city_id = ${actor.cityId} and b.project_id = ${id}
      and b.status in ('draft', 'submitted', 'approved')) as batches,
    exists (select 1 from projects.projects c where c.city_id = ${actor.cityId} and c.parent_id = ${id}
      and c.status in ('running', 'accepted')) as below`.execute(tx)
  if (open?.batches === true) throw new Refusal('BATCHES_OPEN')
  if (open?.below === true) throw new Refusal('PROJECTS_BELOW_OPEN')
}

async function freeSources(
  context: Context, { held, sources, successor }: { held: HeldProject; sources: readonly HeldSource[]; successor: HeldProject | undefined },
): Promise<void> {
  for (const source of sources.filter(({ leftFen }) => leftFen > 0)) {
    await promiseForSource(context, { project: held, source, amountFen: 0, reason: '项目结项，结余释放' })
    if (successor !== undefined) await carryToSuccessor(context, { successor, fundId: source.fundId, amountFen: source.leftFen })
  }
}

async function namesOf({ tx, actor }: Context, { id, bookId, scopeCode, name }: HeldProject) {
  const lines = await tx.selectFrom('projects.budgetLines').select(['id', 'name']).where('cityId', '=', actor.cityId).where('projectId', '=', id).execute()
  const closed = { bookId, scopeCode, isOpen: false }
  return [{ id, label: name, ...closed }, ...lines.map((line) => ({ id: line.id, label: `${name} · ${line.name}`, ...closed }))]
}
