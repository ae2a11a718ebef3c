import type { DayCase } from '#modules/phone/contract.ts'
import type { Places } from '../pieces/use-places.ts'
import type { VisitInHand } from '../rules/recording.ts'

/** A screen of the open page. */
export type Place =
  | { kind: 'day' | 'others' | 'comments' | 'outbox' | 'more' | 'leave' | 'sign-in' | 'saved' }
  /** `about`: the child it is about, in words; empty where none was chosen. */
  | { kind: 'harm' | 'harm-report'; about: string }
  | { kind: 'child'; of: DayCase }
  | { kind: 'how' | 'how-long' | 'check'; of: DayCase; visit: VisitInHand }
/** What a screen about something is handed. */
export type At<Kind extends Place['kind']> = { place: Extract<Place, { kind: Kind }>; places: Places<Place> }
