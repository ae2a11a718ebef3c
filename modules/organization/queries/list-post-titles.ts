import type { Context } from '#platform/http/context.ts'
import { mustReadPosts } from '../access.ts'

/** Titles a post can have, in their order. */
export async function listPostTitles(context: Context): Promise<{ items: { code: string; name: string; isLeadership: boolean }[] }> {
  mustReadPosts(context.actor)
  return { items: await context.tx.selectFrom('organization.postTitles').select(['code', 'name', 'isLeadership']).orderBy('sortOrder').execute() }
}
