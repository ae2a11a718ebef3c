import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Limit, Scores } from '../../rules/projects.ts'
import type { HeldProject } from './lock-project.ts'

/** Limits of the actor's role that hold today, in their order. */
export async function findLimits({ tx, actor, today }: Context): Promise<Limit[]> {
  const { rows } = await sql<Limit>`select l.most_fen::float8 as most_fen, l.needs_resolution, l.reviews_needed, l.least_score from projects.approval_limits l
    where l.role_code = ${actor.roleCode} and l.valid_from <= ${today}::date and (l.valid_until is null or l.valid_until >= ${today}::date)
    order by l.sort_order`.execute(tx)
  return rows
}

/** What reviewers said in the present round. */
export type HeldReview = Scores & { reviewedBy: string; reviewedName: string; statement: string; opinion: string; reviewedAt: Date
  needScore: number | null; meansScore: number | null; budgetScore: number | null; benefitScore: number | null }

/** Reviews of the present round, the first given first. */
export async function findReviews({ tx, actor }: Context, { id, round }: Pick<HeldProject, 'id' | 'round'>): Promise<HeldReview[]> {
  return tx.selectFrom('projects.projectReviews')
    .select(['reviewedBy', 'reviewedName', 'hasConflict', 'statement', 'needScore', 'meansScore', 'budgetScore', 'benefitScore', 'opinion', 'reviewedAt'])
    .where('cityId', '=', actor.cityId).where('projectId', '=', id).where('round', '=', round).orderBy('reviewedAt').execute()
}
