import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { ProjectStatus, SurplusRule } from '../../contract.ts'
import { mayFollowProject, type ProjectStep } from '../../rules/projects.ts'

/** A project with everything its rules ask. */
export type HeldProject = {
  id: string; scopeCode: string; unitId: string; bookId: string; parentId: string | null; name: string; startsOn: string; endsOn: string
  surplusRule: SurplusRule; status: ProjectStatus; round: number; budgetFen: number; proposedBy: string | null; evaluatedOn: string | null
  version: number
}

const columns = sql`r.id, r.scope_code::text as scope_code, r.unit_id, r.book_id, r.parent_id, r.name, r.starts_on, r.ends_on, r.surplus_rule, r.status,
  r.round, r.budget_fen::float8 as budget_fen, r.proposed_by, r.evaluated_on, r.version`

/** A project the actor can see; not found otherwise. */
export async function loadProject({ tx, actor }: Context, id: string): Promise<HeldProject> {
  const { rows } = await sql<HeldProject>`select ${columns} from projects.projects r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks a project for a step, and refuses what the step does not follow from. */
export async function lockProject(
  { tx, actor }: Context, { step, id, version }: { step: ProjectStep; id: string; version?: number },
): Promise<HeldProject> {
  const { rows } = await sql<HeldProject>`select ${columns} from projects.projects r
    where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  const [held] = rows
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (!mayFollowProject(step, held.status)) throw new Refusal('WRONG_PROJECT_STATUS', { status: held.status })
  if (version !== undefined && held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}
