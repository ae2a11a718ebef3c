import { createHash } from 'node:crypto'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { sentencesOf, type Letter, type LetterAnswer } from '../../contract.ts'
import { listOwnLetters } from '../../queries/steps/own-letters.ts'
import { answerOfLetter, answerOfRefusal } from '../../rules/answering.ts'
import { asPhone } from './as-phone.ts'
import { type OfPhone, type Taken } from './of-phone.ts'
import { takePart } from './take-part.ts'
import { takeReads } from './take-reads.ts'
import { keepWaiting, takeVisit } from './take-visit.ts'

type Answer = LetterAnswer & { outcomes?: LetterAnswer[] }

/** Takes one letter as the account whose phone wrote it, once: whatever is sent again gives the answer that holds now. */
export async function takeLetter(
  context: AnonymousContext, { itemId, letter, cityId }: { itemId: string; letter: Letter; cityId: number }, clockOffset: number,
): Promise<Answer> {
  const taken = { itemId, letter, digest: digestOf(letter), clockOffset }
  const proof = { cityId, deviceId: letter.deviceId, deviceSecret: letter.deviceSecret }
  const inPhone = (work: (phone: OfPhone) => Promise<Answer | undefined>) => asPhone(context, proof, work)
  try {
    return await inPhone((phone) => takeOnce(phone, taken)) ?? answerOfRefusal(itemId, 'unknown-device')
  } catch (error) {
    if (!(error instanceof Refusal) || letter.kind !== 'visit') throw error
    // A rule of care refused what was half written: that is undone, and the letter waits for a person.
    return await inPhone((phone) => onceOf(phone, taken, () => keepWaiting(phone, { ...taken, letter }, 'not-by-itself')))
      ?? answerOfRefusal(itemId, 'try-later')
  }
}

async function takeOnce(phone: OfPhone, taken: Taken): Promise<Answer> {
  const { letter } = taken
  if (letter.kind === 'question') return answerQuestion(phone, taken.itemId, letter.body.itemIds)
  return onceOf(phone, taken, () => takeNew(phone, taken))
}

/** What became of the letter when it came in before; else what becomes of it now. */
async function onceOf(phone: OfPhone, taken: Taken, work: () => Promise<LetterAnswer | undefined>): Promise<Answer> {
  // Where somebody else brings the same letter in the same moment, `work` finds it entered when that one is done, and what became of that one counts.
  return await findKnown(phone, taken) ?? await work() ?? await findKnown(phone, taken) ?? answerOfRefusal(taken.itemId, 'try-later')
}

async function takeNew(phone: OfPhone, { letter, ...taken }: Taken): Promise<LetterAnswer | undefined> {
  if (letter.kind === 'visit') return takeVisit(phone, { ...taken, letter })
  if (letter.kind === 'reads') return takeReads(phone, { ...taken, letter })
  return letter.kind === 'file-part' ? takePart(phone, { ...taken, letter }) : undefined
}

/** What became of this letter when it came in before; undefined when it never did. */
export async function findKnown({ context, deviceId }: OfPhone, { itemId, digest }: { itemId: string; digest: Buffer }): Promise<LetterAnswer | undefined> {
  const [known] = await listOwnLetters(context, { deviceId, itemIds: [itemId] })
  if (known === undefined) return undefined
  return known.digest.equals(digest) ? answerOfLetter(known, { withReason: false }) : answerOfRefusal(itemId, 'item-differs')
}

async function answerQuestion({ context, deviceId }: OfPhone, itemId: string, itemIds: string[]): Promise<Answer> {
  const letters = await listOwnLetters(context, { deviceId, itemIds })
  return {
    itemId, state: 'answered', code: 'answered', ...sentencesOf('answered'), isKept: false, visitId: null, reason: null, receivedAt: null,
    outcomes: letters.map((letter) => answerOfLetter(letter, { withReason: false })),
  }
}

/** The secret is part of what is hashed: from the hash alone nobody guesses the words. */
const digestOf = ({ deviceSecret, kind, body, writtenAt }: Letter): Buffer =>
  createHash('sha256').update(JSON.stringify([deviceSecret, kind, writtenAt, body])).digest()
