import type { Context } from '#platform/http/context.ts'

/** Who approved the list as it stands now. */
export async function findApprovals(
  { tx, actor }: Context, { id, round }: { id: string; round: number },
): Promise<{ approvedBy: string; approvedName: string; approvedAt: Date }[]> {
  return tx.selectFrom('projects.batchApprovals').select(['approvedBy', 'approvedName', 'approvedAt']).where('cityId', '=', actor.cityId)
    .where('batchId', '=', id).where('round', '=', round).orderBy('approvedAt').execute()
}

/** Who applied for the awards of a batch. */
export async function findApplicants({ tx, actor }: Context, batchId: string): Promise<(string | null)[]> {
  const rows = await tx.selectFrom('projects.batchRows as row')
    .innerJoin('projects.awards as award', (join) => join.onRef('award.cityId', '=', 'row.cityId').onRef('award.id', '=', 'row.awardId'))
    .select('award.appliedBy').distinct().where('row.cityId', '=', actor.cityId).where('row.batchId', '=', batchId).execute()
  return rows.map(({ appliedBy }) => appliedBy)
}
