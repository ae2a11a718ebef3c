import type { Context } from '#platform/http/context.ts'
import { mustEnrolDevices } from '../access.ts'
import type { LetterAnswer } from '../contract.ts'
import { answerOfLetter } from '../rules/answering.ts'
import { listOwnLetters } from './steps/own-letters.ts'

/** What became of the letters of one of the caller's own phones, with the office's words. */
export async function getOutcomes(context: Context, input: { id: string }): Promise<{ items: LetterAnswer[] }> {
  mustEnrolDevices(context.actor)
  const letters = await listOwnLetters(context, { deviceId: input.id, itemIds: null })
  return { items: letters.map((letter) => answerOfLetter(letter, { withReason: true })) }
}
