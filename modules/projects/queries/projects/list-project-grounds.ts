import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { mayInProjects, mustReadProjects } from '../../access.ts'
import type { ProjectStatus } from '../../contract.ts'

type Choice = { id: string; name: string }
type Ground = Choice & { funds: Choice[]; projects: (Choice & { status: ProjectStatus; lines: Choice[] })[] }

/** Open books of the range with their open funds and the projects that run; nothing for those who neither propose nor list. */
export async function listProjectGrounds(context: Context): Promise<{ items: Ground[] }> {
  const { tx, actor } = context
  mustReadProjects(actor)
  if (!['project.propose', 'award.list', 'project.run'].some((permission) => mayInProjects(actor, permission))) return { items: [] }
  const { rows } = await sql<Ground>`select b.id, b.name,
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) order by f.code), '[]')
         from ledger.published_funds f where f.city_id = ${actor.cityId} and f.book_id = b.id and f.status = 'open') as funds,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'status', p.status, 'lines',
          (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name) order by l.seq), '[]') from projects.budget_lines l
            where l.city_id = ${actor.cityId} and l.project_id = p.id)) order by p.name), '[]')
         from projects.projects p where p.city_id = ${actor.cityId} and p.book_id = b.id and p.status = 'running') as projects
    from ledger.published_books b where b.city_id = ${actor.cityId} and b.status = 'open' order by b.scope_code, b.name`.execute(tx)
  return { items: rows }
}

/** Books a project may be proposed in; not found outside the range. */
export async function loadProjectBook({ tx, actor }: Context, bookId: string): Promise<{ scopeCode: string; unitId: string }> {
  const { rows } = await sql<{ scopeCode: string; unitId: string }>`select b.scope_code::text as scope_code, b.unit_id from ledger.published_books b
    where b.city_id = ${actor.cityId} and b.id = ${bookId} and b.status = 'open'`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Funds belong to these books and are open; one outside the range is not found. */
export async function mustBeFunds({ tx, actor }: Context, { bookId, fundIds }: { bookId: string; fundIds: readonly string[] }): Promise<void> {
  if (fundIds.length === 0) return
  const { rows } = await sql<{ fits: boolean }>`select f.book_id = ${bookId} and f.status = 'open' as fits from ledger.published_funds f
    where f.city_id = ${actor.cityId} and f.id = any (${[...fundIds]}::uuid[])`.execute(tx)
  if (rows.length < new Set(fundIds).size) throw new Refusal('NOT_FOUND')
  if (rows.some(({ fits }) => !fits)) throw new Refusal('FUND_ELSEWHERE')
}

/** Whether a project of these books runs; not found outside the range. */
export async function isRunningIn({ tx, actor }: Context, { bookId, id }: { bookId: string; id: string }): Promise<boolean> {
  const { rows } = await sql<{ runs: boolean }>`select p.book_id = ${bookId} and p.status = 'running' as runs from projects.projects p
    where p.city_id = ${actor.cityId} and p.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0].runs
}
