import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustOpenAwards } from '../../access.ts'
import type { AwardWords } from '../../contract.ts'
import { loadAward } from '../../queries/lock-award.ts'
import { openPayee, openText } from '../../queries/row-key.ts'
import { recordAward } from '../steps/write-award.ts'

/** Opens what is sealed of an award, with a reason that stays on record. */
export async function openAward(context: Context, input: { id: string; reason: string }): Promise<AwardWords> {
  const { tx, actor } = context
  mustOpenAwards(actor)
  const held = await loadAward(context, input.id)
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  const visits = await tx.selectFrom('projects.awardVisits').select(['id', 'sealedNote']).where('cityId', '=', actor.cityId)
    .where('awardId', '=', held.id).orderBy('madeOn').orderBy('id').execute()
  await recordAward(context, held, { verb: 'award.read', reason: input.reason })
  return {
    words: openText(context, held, 'words', held.sealedWords) ?? '', payee: openPayee(context, held, held.sealedPayee),
    refusal: openText(context, held, 'refusal', held.sealedRefusal),
    notes: visits.map(({ id, sealedNote }) => ({ id, note: openText(context, held, 'visit', sealedNote) ?? '' })),
  }
}
