// What several parts of the contract of care share: the words of a case, the fields of an input.
import { z } from 'zod'
import { id, line } from '#platform/contract/fields.ts'

/** Four colours of risk, the most urgent first. */
export const colours = ['red', 'yellow', 'blue', 'green'] as const
/** The three scales of an assessment: 监护, 生理, 行为. */
export const scales = ['guardianship', 'physical', 'behaviour'] as const
/** How a visit is made. */
export const media = ['home', 'phone', 'school', 'video', 'outing'] as const
/** A visit was made, or nobody was met. */
export const outcomes = ['made', 'attempted'] as const
/** Parts a volunteer has in a pairing. */
export const pairingRoles = ['primary', 'helper'] as const
/** Why a case is closed. */
export const closingReasons = ['solved', 'family-reunited', 'moved-away', 'grown-up', 'declined', 'duplicate', 'other'] as const

/** How far a colour wished against the scales has come; lapsed by a newer assessment. */
export const overrideStatuses = ['pending', 'approved', 'rejected', 'lapsed'] as const

/** Colour of risk. */
export type Colour = (typeof colours)[number]
/** One of the three scales. */
export type Scale = (typeof scales)[number]
/** How a visit is made. */
export type Medium = (typeof media)[number]
/** Made or attempted. */
export type Outcome = (typeof outcomes)[number]
/** Part of a volunteer. */
export type PairingRole = (typeof pairingRoles)[number]
/** How far a colour wished against the scales has come. */
export type OverrideStatus = (typeof overrideStatuses)[number]
/** Why a case is closed. */
export type ClosingReason = (typeof closingReasons)[number]

/** A day in an answer. */
export const day = z.string()
/** An instant; also as text, the form in which a kept answer to a repeated request holds it. */
export const instant = z.coerce.date<Date | string>()
/** Counts changes of a record. */
export const version = z.number().int()
const score = z.number().int('请选择一档').min(0).max(3)
/** Scores of the three scales, 0 (none) to 3 (high). */
export const Scores = z.object({ guardianship: score, physical: score, behaviour: score })
/** Scores of the three scales. */
export type Scores = z.infer<typeof Scores>
/** Why something is done, in one line. */
export const reason = line(200)

/** A volunteer beside a case or a visit. */
export const CaseVolunteer = z.object({ volunteerId: id, name: z.string() })
/** A volunteer beside a case or a visit. */
export type CaseVolunteer = z.infer<typeof CaseVolunteer>

/** One record, by its id. */
export const named = z.object({ id })
/** One record as somebody saw it: a stale save is refused. */
export const changed = z.object({ id, version })
/** Nothing is added to a case that is over. */
export const CASE_CLOSED = { status: 409, message: '这个个案已经结案；如需继续帮扶，请先重新开案。' }
