import { Letter, longestSealed, type AnswerCode } from '../../contract.ts'
import { openLetter, type SealedItem } from '../../contract/sealing.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { findSealingPair, readKeyId } from '../../queries/steps/sealing-pair.ts'

/** A letter that could be opened, with the city its key belongs to; or why it could not. */
export type ReadItem = { itemId: string } & ({ letter: Letter; cityId: number } | { refused: AnswerCode })

/** Opens each letter by its own; one that cannot be opened says so and holds up none. */
export async function readItems(context: AnonymousContext, items: readonly SealedItem[]): Promise<ReadItem[]> {
  const pairs = new Map<string, ReturnType<typeof findSealingPair>>()
  const pairOf = (keyId: string) => {
    const known = pairs.get(keyId) ?? findSealingPair(context, keyId)
    pairs.set(keyId, known)
    return known
  }
  const read: ReadItem[] = []
  for (const item of items) read.push(await readItem(item, pairOf))
  return read
}

async function readItem(item: SealedItem, pairOf: (keyId: string) => ReturnType<typeof findSealingPair>): Promise<ReadItem> {
  const { itemId } = item
  if (item.sealed.length > longestSealed) return { itemId, refused: 'too-large' }
  const place = readKeyId(item.keyId)
  const pair = place === undefined ? undefined : await pairOf(item.keyId)
  if (place === undefined || pair === undefined) return { itemId, refused: 'unreadable' }
  const letter = Letter.safeParse(await openLetter(pair, item))
  return letter.success ? { itemId, letter: letter.data, cityId: place.cityId } : { itemId, refused: 'unreadable' }
}
