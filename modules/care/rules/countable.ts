// What figures count of a case, a pairing, a visit: measures by name, labels masked.
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { Colour, Medium, Outcome } from '../contract.ts'
import { colourWords, mediumWords } from './words.ts'

/** One occurrence to be counted, in the shape figures take. */
export type Countable = {
  measure: string
  happenedOn: LocalDate
  unit: { id: string; scopeCode: string }
  record: { kind: string; id: string }
  subjectId?: string
  value?: number
  label: string
}

type OfCase = { id: string; unitId: string; scopeCode: string; childId: string; maskedName: string }

/** Measures of the four colours. */
export const riskMeasures: readonly string[] = ['case.risk.red', 'case.risk.yellow', 'case.risk.blue', 'case.risk.green']

/** A case that is open from a day on, in a colour; `event` says how that came. */
export function countOpenCase(child: OfCase, facts: { on: LocalDate; colour: Colour; event: 'opened' | 'reopened' }): Countable[] {
  return [
    caseFact(child, { measure: 'case.open', on: facts.on, label: child.maskedName }),
    caseFact(child, { measure: `case.${facts.event}`, on: facts.on, label: child.maskedName }),
    countRisk(child, facts),
  ]
}

/** The colour of a case from a day on. */
export const countRisk = (child: OfCase, facts: { on: LocalDate; colour: Colour }): Countable =>
  caseFact(child, { measure: `case.risk.${facts.colour}`, on: facts.on, label: `${child.maskedName} · ${colourWords[facts.colour]}` })

/** A case that was closed. */
export const countClosing = (child: OfCase, on: LocalDate): Countable => caseFact(child, { measure: 'case.closed', on, label: child.maskedName })

function caseFact(child: OfCase, fact: { measure: string; on: LocalDate; label: string }): Countable {
  return {
    measure: fact.measure, happenedOn: fact.on, unit: { id: child.unitId, scopeCode: child.scopeCode }, record: { kind: 'case', id: child.id },
    subjectId: child.childId, label: fact.label,
  }
}

/** A pairing from its first day on: the pair, the child, the volunteer, and that it was made. */
export function countPairing(child: OfCase, pairing: { id: string; volunteerId: string; name: string; fromOn: LocalDate }): Countable[] {
  const fact = (measure: string, subjectId: string): Countable => ({
    measure, happenedOn: pairing.fromOn, unit: { id: child.unitId, scopeCode: child.scopeCode }, record: { kind: 'pairing', id: pairing.id }, subjectId,
    label: `${child.maskedName} · ${pairing.name}`,
  })
  return [
    fact('pairing.active', child.childId), fact('pairing.made', child.childId), fact('pairing.child', child.childId),
    fact('pairing.volunteer', pairing.volunteerId),
  ]
}

/** The day from which a pairing no longer counts: the one after its last. */
export const pairingCountsUntil = (lastDay: LocalDate): LocalDate => addDays(lastDay, 1)

/** A visit: made with its minutes, its medium and the service of each volunteer; or attempted. */
export function countVisit(
  child: Omit<OfCase, 'id'>,
  visit: { id: string; madeOn: LocalDate; medium: Medium; minutes: number; outcome: Outcome; volunteers: readonly { volunteerId: string; name: string }[] },
): Countable[] {
  const common = {
    happenedOn: visit.madeOn, unit: { id: child.unitId, scopeCode: child.scopeCode }, record: { kind: 'visit', id: visit.id }, subjectId: child.childId,
    label: `${child.maskedName} · ${mediumWords[visit.medium]}`,
  }
  if (visit.outcome === 'attempted') return [{ ...common, measure: 'visit.attempted' }]
  return [
    { ...common, measure: 'visit.made', value: visit.minutes },
    { ...common, measure: `visit.medium.${visit.medium}` },
    ...visit.volunteers.map(({ volunteerId, name }): Countable => ({
      ...common, measure: 'visit.service', subjectId: volunteerId, value: visit.minutes, label: `${name} · ${child.maskedName} · ${mediumWords[visit.medium]}`,
    })),
  ]
}
