import type { Context } from '#platform/http/context.ts'
import { mustEnterBeneficiaries } from '../../access.ts'

/** Projects of the city that run, by name: units below enter whom they help. */
export async function listOpenProjects(
  { tx, actor }: Context,
): Promise<{ items: { id: string; name: string; unitName: string; startsOn: string; endsOn: string }[] }> {
  mustEnterBeneficiaries(actor)
  const rows = await tx.selectFrom('projects.openProjects').select(['projectId', 'name', 'unitName', 'startsOn', 'endsOn'])
    .where('cityId', '=', actor.cityId).orderBy('name').execute()
  return { items: rows.map(({ projectId, ...row }) => ({ id: projectId, ...row })) }
}
