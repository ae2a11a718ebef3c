import type { z } from 'zod'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadPosts } from '../access.ts'
import type { PostDetail } from '../contract.ts'
import { postOf, selectPosts, termColumns, termOf } from './post-columns.ts'

/** One post with everyone who held it, newest first. */
export async function getPost(context: Context, input: { id: string }): Promise<z.infer<typeof PostDetail>> {
  const { tx, actor, today } = context
  mustReadPosts(actor)
  const [row, terms] = await Promise.all([
    selectPosts(context).where('post.id', '=', input.id).executeTakeFirst(),
    tx.selectFrom('organization.terms as term').select(termColumns).where('term.cityId', '=', actor.cityId).where('term.postId', '=', input.id)
      .orderBy('term.fromOn', 'desc').limit(200).execute(),
  ])
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return { ...postOf(row, today), terms: terms.map(termOf) }
}
