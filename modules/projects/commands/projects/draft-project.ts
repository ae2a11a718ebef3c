import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { sumFen } from '#platform/values/money.ts'
import { mustProposeProjects } from '../../access.ts'
import type { ProjectRow, Proposal } from '../../contract.ts'
import { isRunningIn, loadProjectBook, mustBeFunds } from '../../queries/projects/list-project-grounds.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { findDraftIssues } from '../../rules/projects.ts'
import { recordProject, writeParts } from '../steps/write-project.ts'

/** Begins a proposal: what, when, for how much, out of which funds, by which steps. */
export async function draftProject(context: Context, input: Proposal & { bookId: string }): Promise<ProjectRow> {
  const { tx, actor, now } = context
  mustProposeProjects(actor)
  const { lines, sources, milestones, partners, parentId, ...fields } = input
  const book = await loadProjectBook(context, input.bookId)
  await mustBeProposal(context, { bookId: input.bookId, proposal: input })
  const id = newId()
  await tx.insertInto('projects.projects').values({
    cityId: actor.cityId, id, ...book, ...fields, parentId: parentId ?? null, budgetFen: sumFen(lines.map(({ amount }) => amount)), status: 'draft',
    proposedBy: actor.accountId, proposedName: actor.personName, createdAt: now, updatedAt: now,
  }).execute()
  await writeParts(context, { id, scopeCode: book.scopeCode }, { lines, sources, milestones, partners })
  await recordProject(context, { id, scopeCode: book.scopeCode }, { verb: 'project.drafted', details: { bookId: input.bookId } })
  return getProjectRow(context, id)
}

/** What is written fits together: days, rows, funds of these books, a programme that runs. */
export async function mustBeProposal(context: Context, { bookId, proposal }: { bookId: string; proposal: Proposal }): Promise<void> {
  const issues = findDraftIssues(proposal)
  if (issues.length > 0) throw new InvalidInput(issues)
  await mustBeFunds(context, { bookId, fundIds: proposal.sources.map(({ fundId }) => fundId) })
  if (proposal.parentId === undefined) return
  if (!await isRunningIn(context, { bookId, id: proposal.parentId })) throw new InvalidInput([{ path: ['parentId'], message: '请选同一账套、实施中的项目' }])
}
