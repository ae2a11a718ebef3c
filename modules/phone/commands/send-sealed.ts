import type { z } from 'zod'
import { anyoneMay } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import type { LetterAnswer, phoneContract } from '../contract.ts'
import { answerOfRefusal } from '../rules/answering.ts'
import { lettersPerMinute, strangeLettersPerMinute } from '../rules/limits.ts'
import { readItems, type ReadItem } from './steps/read-items.ts'
import { takeLetter } from './steps/take-letter.ts'

type Input = z.output<NonNullable<(typeof phoneContract.sendSealed)['~orpc']['inputSchema']>>
type Answer = LetterAnswer & { outcomes?: LetterAnswer[] }

const letters = new RateLimit(lettersPerMinute)
const strangeLetters = new RateLimit(strangeLettersPerMinute)

/** Takes letters of phones. Each proves itself and is answered by itself; nothing is told to a letter that proves nothing. */
export async function sendSealed(context: AnonymousContext, input: Input): Promise<{ serverNow: Date; items: Answer[] }> {
  anyoneMay()
  const { address } = context.request
  const moment = context.now.getTime()
  if (input.items.some(() => !letters.allows(address, moment))) throw new Refusal('RATE_LIMITED')
  const clockOffset = input.phoneNow === undefined ? 0 : moment - Date.parse(input.phoneNow)
  const items: Answer[] = []
  for (const item of await readItems(context, input.items)) items.push(await answerItem(context, item, clockOffset))
  const strange = items.filter(({ code }) => code === 'unreadable' || code === 'unknown-device')
  if (strange.some(() => !strangeLetters.allows(address, moment))) throw new Refusal('RATE_LIMITED')
  return { serverNow: context.now, items }
}

/** A defect in one letter must not hold up the others: the phone keeps it and tries again, and it is told of in the log. */
async function answerItem(context: AnonymousContext, item: ReadItem, clockOffset: number): Promise<Answer> {
  if ('refused' in item) return answerOfRefusal(item.itemId, item.refused)
  try {
    return await takeLetter(context, item, clockOffset)
  } catch (error) {
    // Its message may quote what was written; only where it happened is told.
    const places = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 4) : []
    process.emitWarning(`a letter of a phone could not be taken: ${error instanceof Error ? error.name : typeof error}${places.join('')}`)
    return answerOfRefusal(item.itemId, 'try-later')
  }
}
