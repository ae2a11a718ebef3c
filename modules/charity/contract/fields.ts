// What the parts of the contract of charity share: kinds, states, fields of an input, refusals.
import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'

/** Who gives. */
export const donorKinds = ['person', 'enterprise', 'anonymous'] as const
/** What is given. */
export const giftForms = ['money', 'goods', 'service'] as const
/** Where a gift stands. */
export const giftStatuses = ['draft', 'confirmed', 'refunded', 'discarded'] as const
/** Ways in which money comes. */
export const channels = ['bank', 'cash', 'wechat'] as const
/** How a donor agrees to another purpose. */
export const consentForms = ['letter', 'message', 'agreement'] as const
/** What happened to a gift in the books. */
export const giftChangeKinds = ['confirmed', 'corrected', 'moved', 'reduced', 'refunded'] as const

/** What a promise is: signed by both, or said. */
export const agreementKinds = ['agreement', 'pledge'] as const
/** Where an agreement stands. */
export const agreementStatuses = ['open', 'fulfilled', 'ended'] as const

/** Where a campaign stands. */
export const campaignStatuses = ['draft', 'filed', 'reported', 'discarded'] as const
/** What the law wants of a campaign. */
export const campaignDutyKinds = ['filing', 'emergency', 'progress', 'report'] as const
/** Where a campaign stands. */
export type CampaignStatus = (typeof campaignStatuses)[number]
/** What the law wants of a campaign. */
export type CampaignDutyKind = (typeof campaignDutyKinds)[number]

/** Who gives. */
export type DonorKind = (typeof donorKinds)[number]
/** What is given. */
export type GiftForm = (typeof giftForms)[number]
/** Where a gift stands. */
export type GiftStatus = (typeof giftStatuses)[number]
/** Way in which money comes. */
export type Channel = (typeof channels)[number]
/** How a donor agrees to another purpose. */
export type ConsentForm = (typeof consentForms)[number]

/** What a promise is. */
export type AgreementKind = (typeof agreementKinds)[number]
/** Where an agreement stands. */
export type AgreementStatus = (typeof agreementStatuses)[number]

/** A day in an answer. */
export const day = z.string()
/** Counts changes of a record. */
export const version = z.number().int()
/** Fen in an answer. */
export const fen = z.number().int()
/** One record, by its id. */
export const named = z.object({ id })
/** One record as somebody saw it: a stale save is refused. */
export const changed = z.object({ id, version })
