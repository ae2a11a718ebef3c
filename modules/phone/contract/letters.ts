import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, localDate, prose } from '#platform/contract/fields.ts'
import { instant, media, outcomes } from '#modules/care/contract.ts'
import { answerCodes } from './sentences.ts'

/** Letters of one call. */
export const mostLetters = 20
/** Longest sealed letter in base64: one with a file part of 256 KB. A call holds 1 MB. */
export const longestSealed = 520_000
/** Largest part of a file, in bytes before base64. */
export const largestPartBytes = 256 * 1024
/** Largest file. */
export const largestFileBytes = 10 * 1024 * 1024

const category = z.string().regex(/^[a-z-]{1,40}$/, '请从列表中选择')
/** A visit as the phone writes it. */
export const PhoneVisit = z.object({
  caseId: id, madeOn: localDate, medium: z.enum(media), minutes: z.number().int().min(0).max(720), outcome: z.enum(outcomes), note: prose(4000).default(''),
  withWorker: z.boolean().default(false),
  /** What it was for, and why nobody was met: codes of care; left out, an everyday visit. */
  purpose: category.optional(), attemptReason: category.optional(),
  /** What the phone knew of the case when it was written: from the pack. */
  known: z.object({ caseVersion: z.number().int(), unitCode: z.string().max(18) }),
})
/** A visit as the phone writes it. */
export type PhoneVisit = z.output<typeof PhoneVisit>

/** Cases opened and comments shown on the phone, each with the phone's own time. */
export const PhoneReads = z.object({
  reads: z.array(z.object({ caseId: id, at: z.iso.datetime() })).max(200),
  comments: z.array(z.object({ id, at: z.iso.datetime() })).max(200).default([]),
}).refine(({ reads, comments }) => reads.length + comments.length > 0)
/** A part of a photograph or a PDF that belongs to a visit of the same phone. */
export const FilePart = z.object({
  fileId: id,
  /** `itemId` of the visit's letter. */
  visitItemId: id,
  /** From 0. */
  part: z.number().int().min(0).max(63), parts: z.number().int().min(1).max(64),
  /** SHA-256 of the whole file, 64 hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes of this part in base64. */
  bytes: z.base64().max(Math.ceil(largestPartBytes / 3) * 4),
})
/** Letters whose outcome the phone asks for. */
export const PhoneQuestion = z.object({ itemIds: z.array(id).min(1).max(100) })

const envelope = {
  deviceId: id, deviceSecret: z.string().max(100),
  /** Moment of writing by the phone's clock. */
  writtenAt: z.iso.datetime(),
}
/** What lies in a sealed letter. */
export const Letter = z.discriminatedUnion('kind', [
  z.object({ ...envelope, kind: z.literal('visit'), body: PhoneVisit }),
  z.object({ ...envelope, kind: z.literal('reads'), body: PhoneReads }),
  z.object({ ...envelope, kind: z.literal('file-part'), body: FilePart }),
  z.object({ ...envelope, kind: z.literal('question'), body: PhoneQuestion }),
])
/** What lies in a sealed letter. */
export type Letter = z.output<typeof Letter>
/** A letter as the phone writes it, before defaults. */
export type WrittenLetter = z.input<typeof Letter>

/** What became of a letter. */
export const LetterAnswer = z.object({
  itemId: id,
  state: z.enum(['recorded', 'answered', 'waiting', 'set-aside', 'refused']),
  code: z.enum(answerCodes),
  /** What happened, and what happens next: Chinese sentences that name no child. */
  message: z.string(), next: z.string(),
  /** The server holds the content: the phone may forget its own. */
  isKept: z.boolean(),
  /** The visit recorded; null when none was. */
  visitId: id.nullable(),
  /** The office's own words when set aside; null without a session, because free words might name a child. */
  reason: z.string().nullable(),
  /** When it was first received; null when it was not taken. */
  receivedAt: instant.nullable(),
})
/** What became of a letter. */
export type LetterAnswer = z.infer<typeof LetterAnswer>

/** Letters come without a session: each proves itself. */
export const letterOperations = {
  sendSealed: base.route({ method: 'POST', path: '/phone/letters', summary: '手机来件（密封）' }).meta({ anonymous: true })
    .input(z.object({
      /** The phone's clock at sending. */
      phoneNow: z.iso.datetime().optional(),
      items: z.array(z.object({ itemId: id, keyId: z.string().max(60), sealed: z.string().max(1_000_000) })).min(1).max(mostLetters),
    }))
    .output(z.object({
      serverNow: instant,
      /** In the order of the letters sent. */
      items: z.array(LetterAnswer.extend({
        /** What became of the letters asked for; only of a `question`. */
        outcomes: z.array(LetterAnswer).optional(),
      })),
    })),
}
