// Money of a project is promised source by source; a batch takes its part over, and gives back what was not paid.
import { sql } from 'kysely'
import { endCommitment, reserveMoney } from '#modules/ledger/index.ts'
import type { Context } from '#platform/http/context.ts'

type Project = { id: string; bookId: string; scopeCode: string; name: string }
/** A source of a project as its money is moved; what is left is null where the fund is unrestricted. */
export type HeldSource = { fundId: string; isRestricted: boolean; amountFen: number; commitmentId: string | null; leftFen: number; freedFen: number }

/** Sources of a project, held until the end of the transaction. */
export async function lockSources({ tx, actor }: Context, projectId: string): Promise<HeldSource[]> {
  const { rows } = await sql<HeldSource>`select s.fund_id, f.restriction <> 'none' as is_restricted, s.amount_fen::float8 as amount_fen, s.commitment_id,
      coalesce(c.left_fen, 0)::float8 as left_fen, s.freed_fen::float8 as freed_fen
    from projects.project_sources s join ledger.published_funds f on f.city_id = s.city_id and f.id = s.fund_id
    left join ledger.published_reservations c on c.city_id = s.city_id and c.id = s.commitment_id
    where s.city_id = ${actor.cityId} and s.project_id = ${projectId} order by s.fund_id for update of s`.execute(tx)
  return rows
}

/** The promise of a source becomes this large: what there was is released, the new one reserved, in one transaction. */
export async function promiseForSource(context: Context, { project, source, amountFen, reason }: {
  project: Project; source: Pick<HeldSource, 'fundId' | 'commitmentId' | 'leftFen'>; amountFen: number; reason: string
}): Promise<void> {
  const { tx, actor } = context
  const { fundId, commitmentId, leftFen } = source
  if (commitmentId !== null && leftFen > 0) await endCommitment(context, { bookId: project.bookId, id: commitmentId, as: 'released', reason })
  const next = amountFen === 0 ? null : await reserveMoney(context, {
    bookId: project.bookId, fundId, label: project.name, amountFen, subject: { kind: 'projects.project', id: project.id },
  })
  await tx.updateTable('projects.projectSources').set({ commitmentId: next }).where('cityId', '=', actor.cityId).where('projectId', '=', project.id)
    .where('fundId', '=', fundId).execute()
}

/** What was left of a project's source is added to the same fund's source of its successor. */
export async function carryToSuccessor(
  context: Context, { successor, fundId, amountFen }: { successor: Project; fundId: string; amountFen: number },
): Promise<void> {
  const { tx, actor } = context
  await tx.insertInto('projects.projectSources')
    .values({ cityId: actor.cityId, projectId: successor.id, scopeCode: successor.scopeCode, fundId, amountFen: 0, carriedFen: amountFen })
    .onConflict((conflict) => conflict.columns(['cityId', 'projectId', 'fundId'])
      .doUpdateSet((is) => ({ carriedFen: is('projects.projectSources.carriedFen', '+', amountFen) }))).execute()
  const source = (await lockSources(context, successor.id)).find((each) => each.fundId === fundId)
  if (source === undefined) throw new Error('a source was lost between two looks in one transaction')
  await promiseForSource(context, { project: successor, source, amountFen: source.leftFen + amountFen, reason: '接收结余' })
}
