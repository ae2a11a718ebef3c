import type { DayCase } from '#modules/phone/contract.ts'
import type { WrittenReport } from '../house.ts'
import type { Places } from '../pieces/use-places.ts'
import type { VisitInHand } from '../rules/recording.ts'

/** A screen of the open page. */
export type Place =
  | { kind: 'day' | 'others' | 'comments' | 'outbox' | 'more' | 'leave' | 'sign-in' | 'saved' }
  /** `about`: the child it is about, in words; empty where none was chosen. `written`: what was written of it before the page was locked. */
  | { kind: 'harm' | 'harm-report'; about: string; written?: WrittenReport }
  | { kind: 'child'; of: DayCase }
  | { kind: 'how' | 'how-long' | 'check'; of: DayCase; visit: VisitInHand }
/** What a screen about something is handed. */
export type At<Kind extends Place['kind']> = { place: Extract<Place, { kind: Kind }>; places: Places<Place> }
