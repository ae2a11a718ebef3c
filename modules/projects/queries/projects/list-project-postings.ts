import type { Context } from '#platform/http/context.ts'
import { sumFen } from '#platform/values/money.ts'
import { mustReadProjects } from '../../access.ts'
import type { ProjectPosting } from '../../contract.ts'
import { readPostings } from './figures-of.ts'
import { loadProject } from './lock-project.ts'

/** What a figure of a project was added up from. */
export async function listProjectPostings(
  context: Context, input: { id: string; lineId?: string | undefined },
): Promise<{ items: ProjectPosting[]; totalFen: number }> {
  mustReadProjects(context.actor)
  const { id } = await loadProject(context, input.id)
  const items = await readPostings(context, { id, lineId: input.lineId })
  return { items, totalFen: sumFen(items.map(({ amountFen }) => amountFen)) }
}
