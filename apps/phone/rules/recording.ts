import type { Medium, Outcome } from '#modules/care/contract.ts'
import type { DayCase, PhoneVisit } from '#modules/phone/contract.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** What has been tapped so far about one visit. */
export type VisitInHand = {
  outcome: Outcome | null
  medium: Medium | null
  minutes: number | null
  madeOn: LocalDate
  withWorker: boolean
  note: string
}
/** The question that stands on the screen. */
export type Question = 'outcome' | 'medium' | 'minutes' | 'check'

/** How long a visit takes, to tap. */
export const minutesToChoose = [15, 30, 45, 60, 90, 120] as const
/** Ways of visiting, to tap, the frequent ones first. */
export const mediaToChoose: readonly Medium[] = ['home', 'phone', 'school', 'video', 'outing']

/** Nothing tapped yet. */
export const visitToRecord = (of: Pick<DayCase, 'planned'>, today: LocalDate): VisitInHand =>
  ({ outcome: null, medium: null, minutes: null, madeOn: today, withWorker: of.planned?.withWorker ?? false, note: '' })

/** What is asked next; nobody is asked how long nobody was met. */
export function nextQuestion(visit: VisitInHand): Question {
  if (visit.outcome === null) return 'outcome'
  if (visit.medium === null) return 'medium'
  return visit.outcome === 'made' && visit.minutes === null ? 'minutes' : 'check'
}

/** The visit as it goes into a letter, or undefined while a question is open. */
export function visitOf(visit: VisitInHand, of: DayCase): PhoneVisit | undefined {
  if (visit.outcome === null || visit.medium === null || nextQuestion(visit) !== 'check') return undefined
  return {
    caseId: of.caseId, madeOn: visit.madeOn, medium: visit.medium, minutes: visit.minutes ?? 0, outcome: visit.outcome, note: visit.note.trim(),
    withWorker: visit.withWorker, known: { caseVersion: of.caseVersion, unitCode: of.unitCode },
  }
}
