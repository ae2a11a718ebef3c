import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

// A repeated request is answered from what was kept as JSON, where an instant is a text.
const instant = z.coerce.date()
const day = z.string()

/** A closed file and until when it is kept. */
export const Retention = z.object({
  /** The child. */
  id, unitCode: z.string(), unitName: z.string(), maskedName: z.string(), closedOn: day, keepUntil: day,
  /** The time of keeping has passed: the identity is to be erased. */
  isDue: z.boolean(),
})
/** A closed file and until when it is kept. */
export type Retention = z.infer<typeof Retention>

/** One erasure, as the audit proves it; the person is gone. */
export const Erasure = z.object({
  /** The audit entry. */
  id, unitCode: z.string(), recordId: id, erasedAt: instant, personName: z.string(), reason: z.string().nullable(),
  /** Digest of the destroyed key, by which a backup can be searched; empty for erasures before it was kept. */
  keyFingerprint: z.string(),
  /** Code of the proof: the beginning of the entry's digest. */
  code: z.string(),
  /** Place in the chain of the audit; null until it is sealed, within minutes. */
  sealSeq: z.string().nullable(),
})
/** One erasure, as the audit proves it. */
export type Erasure = z.infer<typeof Erasure>

/** How well a source is known: its text was read, it was quoted by somebody else, it is known from memory only, or the number is our own choice. */
export const certainties = ['read', 'quoted', 'unverified', 'own'] as const

/** How long a kind of record is kept, in words, with its source. */
export const RetentionRuleText = z.object({
  record: z.string(), name: z.string(), keeps: z.string(), after: z.string(), source: z.string(), certainty: z.enum(certainties),
  version: z.number().int(), validFrom: day,
})

/** 保存期限与删除证明: what must be kept, what is due for erasure, and the proof. */
export const retentionOperations = {
  listRetentions: base.route({ method: 'GET', path: '/retentions', summary: '已结束档案的保存期限' })
    .input(listQuery.omit({ q: true }).extend({ due: z.stringbool().optional() })).output(pageOf(Retention)),
  listRetentionRules: base.route({ method: 'GET', path: '/retention-rules', summary: '各类记录的保存期限' }).output(z.object({
    items: z.array(RetentionRuleText),
  })),
  listErasures: base.route({ method: 'GET', path: '/erasures', summary: '已删除身份信息的记录' })
    .input(listQuery.omit({ q: true })).output(pageOf(Erasure)),
}
