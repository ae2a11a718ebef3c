import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReviewProjects } from '../../access.ts'
import type { NewReview, ProjectRow } from '../../contract.ts'
import { findReviews } from '../../queries/projects/approval-limits.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { findReviewIssues } from '../../rules/projects.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** A reviewer states his own interest and scores; who has a conflict says so and scores nothing. */
export async function reviewProject(context: Context, input: NewReview): Promise<ProjectRow> {
  const { tx, actor, now } = context
  mustReviewProjects(actor)
  const held = await lockProject(context, { step: 'review', id: input.id, version: input.version })
  const issues = findReviewIssues(input)
  if (issues.length > 0) throw new InvalidInput(issues)
  if (held.proposedBy === actor.accountId) throw new Refusal('OWN_PROJECT')
  if ((await findReviews(context, held)).some(({ reviewedBy }) => reviewedBy === actor.accountId)) throw new Refusal('REVIEWED_BEFORE')
  const { hasConflict, statement, needScore, meansScore, budgetScore, benefitScore, opinion } = input
  await tx.insertInto('projects.projectReviews').values({
    cityId: actor.cityId, projectId: held.id, round: held.round, reviewedBy: actor.accountId, scopeCode: held.scopeCode, reviewedName: actor.personName,
    hasConflict, statement, needScore: needScore ?? null, meansScore: meansScore ?? null, budgetScore: budgetScore ?? null,
    benefitScore: benefitScore ?? null, opinion, reviewedAt: now,
  }).execute()
  await writeProject(context, held, {})
  await recordProject(context, held, { verb: 'project.reviewed', details: { hasConflict, round: held.round } })
  return getProjectRow(context, held.id)
}
