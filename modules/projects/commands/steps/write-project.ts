import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { ProjectStatus, Proposal } from '../../contract.ts'
import type { HeldProject } from '../../queries/projects/lock-project.ts'

type Change = Partial<{
  name: string; purpose: string; startsOn: string; endsOn: string; peoplePlanned: number; surplusRule: string; parentId: string | null; status: ProjectStatus
  round: number; budgetFen: number; submittedOn: string; approvedBy: string; approvedName: string; approvedOn: string; resolution: string | null
  answer: string; acceptedOn: string; acceptedName: string; finding: string; evaluatedOn: string; evaluatedName: string; evaluationScore: number
  evaluation: string; closedOn: string; successorId: string | null; surplusFen: number
}>

/** Writes a step of a project's life; its version goes on. */
export async function writeProject({ tx, actor, now }: Context, project: Pick<HeldProject, 'id' | 'version'>, change: Change): Promise<void> {
  await tx.updateTable('projects.projects').set({ ...change, version: project.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', project.id).execute()
}

/** Budget, sources, milestones and partners of a draft are written as a whole. */
export async function writeParts(
  { tx, actor }: Context, { id, scopeCode }: { id: string; scopeCode: string }, { lines, sources, milestones, partners = [] }: Pick<Proposal,
    'lines' | 'sources' | 'milestones' | 'partners'>,
): Promise<void> {
  const { cityId } = actor
  const of = { cityId, projectId: id, scopeCode }
  for (const table of ['projects.budgetLines', 'projects.projectSources', 'projects.milestones', 'projects.projectPartners'] as const) {
    await tx.deleteFrom(table).where('cityId', '=', cityId).where('projectId', '=', id).execute()
  }
  if (lines.length > 0) {
    await tx.insertInto('projects.budgetLines')
      .values(lines.map(({ name, amount }, at) => ({ ...of, id: newId(), seq: at + 1, name, amountFen: amount }))).execute()
  }
  if (sources.length > 0) {
    await tx.insertInto('projects.projectSources').values(sources.map(({ fundId, amount }) => ({ ...of, fundId, amountFen: amount }))).execute()
  }
  if (milestones.length > 0) {
    await tx.insertInto('projects.milestones')
      .values(milestones.map(({ title, dueOn }, at) => ({ ...of, id: newId(), seq: at + 1, title, dueOn }))).execute()
  }
  if (partners.length > 0) {
    await tx.insertInto('projects.projectPartners')
      .values(partners.map(({ name, creditCode, task }, at) => ({ ...of, seq: at + 1, name, creditCode: creditCode ?? null, task }))).execute()
  }
}

/** Records a step of a project. */
export async function recordProject(
  context: Context, project: { id: string; scopeCode: string },
  { verb, reason, details = {} }: { verb: string; reason?: string; details?: Record<string, unknown> },
): Promise<void> {
  await recordAudit(context, {
    verb, subjectKind: 'project', subjectId: project.id, scopeCode: project.scopeCode, ...(reason === undefined ? {} : { reason }), details,
  })
}
