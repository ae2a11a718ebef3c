import type { LaidEnd, Part, TailMovement } from '../../rules/trail.ts'
import type { TrailSource } from './reading.ts'

/** Who reads the log of postings to lay trails. */
export const reader = 'charity-trails'

/** A gift in one of the funds it ever stood in, as it was laid; no end where the fund was not laid yet. */
export type LaidTrail = { fundId: string; fundName: string; laid: LaidEnd | null; parts: Part[]; tail: TailMovement[] }

/** A gift in each fund it ever stood in, read at one moment. */
export const readLaidTrails = ({ ask, cityId }: TrailSource, giftId: string): Promise<LaidTrail[]> =>
  ask('select * from access.read_laid_trails($1, $2)', [cityId, giftId])
