import { sentencesOf, type AnswerCode, type LetterAnswer } from '../contract.ts'

/** A letter as the database tells what became of it. */
export type KnownLetter = {
  itemId: string; status: 'recorded' | 'waiting' | 'accepted' | 'set-aside' | 'refused'; code: AnswerCode; visitId: string | null; reason: string | null
  receivedAt: Date
}

/** What the phone is told of a letter that is kept. The office's free words go only to somebody signed in. */
export function answerOfLetter(letter: KnownLetter, { withReason }: { withReason: boolean }): LetterAnswer {
  const code = codeOf(letter)
  return {
    itemId: letter.itemId, state: letter.status === 'accepted' ? 'recorded' : letter.status, code, ...sentencesOf(code), isKept: true,
    visitId: letter.visitId, reason: withReason ? letter.reason : null, receivedAt: letter.receivedAt,
  }
}

/** What the phone is told of a letter that was not taken: it keeps its own. */
export const answerOfRefusal = (itemId: string, code: AnswerCode): LetterAnswer =>
  ({ itemId, state: 'refused', code, ...sentencesOf(code), isKept: false, visitId: null, reason: null, receivedAt: null })

function codeOf({ status, code }: KnownLetter): AnswerCode {
  if (status === 'accepted') return 'recorded-by-office'
  return status === 'set-aside' ? 'set-aside' : code
}
