import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayReadChildren } from '../../access.ts'
import { findChildCard } from '../find-child-card.ts'

/**
 * Passes on why a file of a child was refused to whoever sees the child's masked card and therefore knows that it exists; for everybody else there is
 * nothing here.
 */
export async function hideFromStrangers(context: Context, childId: string, problem: unknown): Promise<never> {
  if (!(problem instanceof Refusal) || (problem.code !== 'ACCESS_REQUIRED' && problem.code !== 'CHILD_ERASED')) throw problem
  const isKnown = mayReadChildren(context.actor) && await findChildCard(context, childId) !== undefined
  throw isKnown ? problem : new Refusal('NOT_FOUND')
}
