import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadAid } from '../access.ts'
import type { AidKind } from '../contract.ts'

/** Kinds of need and of aid that hold today. */
export async function listAidKinds(context: Context, _input: Record<string, never>): Promise<{ items: AidKind[] }> {
  mustReadAid(context.actor)
  return { items: await readKinds(context) }
}

async function readKinds({ tx, today }: Context): Promise<AidKind[]> {
  return tx.selectFrom('aid.kinds').select(['code', 'name']).where('validFrom', '<=', today)
    .where((is) => is.or([is('validUntil', 'is', null), is('validUntil', '>=', today)])).orderBy('sortOrder').execute()
}

/** The name of a kind that holds today; one that does not is refused beside its field. */
export async function mustBeKind(context: Context, code: string): Promise<string> {
  const kind = (await readKinds(context)).find((each) => each.code === code)
  if (kind === undefined) throw new InvalidInput([{ path: ['kind'], message: '请从列表中选择类别' }])
  return kind.name
}
