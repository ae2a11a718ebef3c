import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { AnswerCode, Letter } from '../../contract.ts'
import type { LetterFacts } from '../../rules/judging.ts'

/** The phone a letter came from, and the account for which it speaks, in an open transaction. */
export type OfPhone = { context: Context; deviceId: string; stands: boolean; cutOffAt: Date | null }
/** A letter as it is taken: its id, words, and the hash by which it is known again. */
export type Taken<L extends Letter = Letter> = { itemId: string; letter: L; digest: Buffer; clockOffset: number }
/** A letter of one kind. */
export type LetterOf<Kind extends Letter['kind']> = Extract<Letter, { kind: Kind }>
/** Where a case stands for the account that wrote about it. */
type Found = NonNullable<LetterFacts['found']> & { childId: string; scopeCode: string }

/** Where the case stands for this account; undefined where it is none of its own. With a day the case is locked. */
export async function findLetterCase({ context }: OfPhone, asked: { caseId: string; madeOn: string | null }): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select child_id, scope_code, unit_code, in_range, status, is_withdrawn, pairings, visits
      from access.find_letter_case(${asked.caseId}, ${asked.madeOn}::date)`.execute(context.tx)
  const [row] = rows
  if (row === undefined) return undefined
  return { ...row, pairings: context.actor.volunteerId === null ? null : row.pairings }
}

type Kept = { id: string; status: string; code: AnswerCode; content: { wrappedKey: Buffer; sealed: Buffer } | null }

/** Enters the letter once; false when it is in already, also while another request brings it. */
export async function keepLetter({ context, deviceId }: OfPhone, taken: Taken, kept: Kept): Promise<boolean> {
  const { itemId, letter, digest } = taken
  const caseId = letter.kind === 'visit' ? letter.body.caseId : null
  const { rows } = await sql<{ kept: boolean }>`
    select access.keep_letter(${kept.id}::uuid, ${deviceId}::uuid, ${itemId}::uuid, ${letter.kind}, ${digest}, ${caseId}::uuid, ${kept.status}, ${kept.code},
      ${kept.content?.wrappedKey ?? null}::bytea, ${kept.content?.sealed ?? null}::bytea, ${new Date(letter.writtenAt)}, ${context.now}) as kept`
    .execute(context.tx)
  return rows[0]?.kept === true
}

