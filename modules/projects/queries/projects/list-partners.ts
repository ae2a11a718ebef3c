import { findRelations } from '#modules/duties/index.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import type { ProjectPartner } from '../../contract.ts'
import type { HeldProject } from './lock-project.ts'

/** Bodies a project has a contract with, each asked for among the related parties of its books as they stand today. */
export async function listPartners(context: Context, { id, bookId }: Pick<HeldProject, 'id' | 'bookId'>): Promise<ProjectPartner[]> {
  const { tx, actor } = context
  const partners = await tx.selectFrom('projects.projectPartners').select(['name', 'creditCode', 'task']).where('cityId', '=', actor.cityId)
    .where('projectId', '=', id).orderBy('seq').execute()
  const asked: ProjectPartner[] = []
  for (const partner of partners) asked.push({ ...partner, relatedBy: await findRelatedBy(context, { ...partner, bookId }) })
  return asked
}

async function findRelatedBy(
  context: Context, { name, creditCode, bookId }: { name: string; creditCode: string | null; bookId: string },
): Promise<ProjectPartner['relatedBy']> {
  const found = await findRelations(context, { name: cleanName(name), bookId, ...(creditCode === null ? {} : { creditCode }) })
  if (found.length === 0) return null
  return found[0]?.matchedBy === 'code' ? 'code' : 'name'
}
