import type { LocalDate } from '#platform/values/local-date.ts'

/** One occurrence to be counted, in the shape figures take. */
export type Countable = {
  measure: string; happenedOn: LocalDate; unit: { id: string; scopeCode: string }; record: {
    kind: string; id: string }; subjectId?: string; value?: number; label: string
}

type Paid = {
  id: string; unitId: string; scopeCode: string; childId: string | null; householdId: string | null; label: string
  kindName: string; peopleCount: number; amountFen: number
}

/** What an award counts once it was paid: money, people, the child and its household, or the people counted outside. */
export function countAward(award: Paid, { isRestricted, paidOn }: { isRestricted: boolean; paidOn: LocalDate }): Countable[] {
  const fact = (measure: string, more: Partial<Countable> = {}): Countable => ({
    measure, happenedOn: paidOn, unit: { id: award.unitId, scopeCode: award.scopeCode }, record: { kind: 'award', id: award.id },
    label: `${award.label} · ${award.kindName}`, ...more,
  })
  return [
    fact(isRestricted ? 'award.money.restricted' : 'award.money.unrestricted', { value: award.amountFen }),
    fact('award.people', { value: award.peopleCount }),
    ...(award.childId === null ? [fact('award.outside', { value: award.peopleCount })] : [fact('award.child', { subjectId: award.childId })]),
    ...(award.householdId === null ? [] : [fact('award.household', { subjectId: award.householdId })]),
  ]
}

type Begun = { id: string; unitId: string; scopeCode: string; name: string }

/** A project that was approved: once as begun, and as one that runs until it is closed. */
export const projectBegun = ({ id, unitId, scopeCode, name }: Begun, on: LocalDate): Countable[] => ['project.begun', 'project.running'].map((measure) => ({
  measure, happenedOn: on, unit: { id: unitId, scopeCode }, record: { kind: 'project', id }, subjectId: id, label: name,
}))

/** A project that was closed. */
export const projectClosed = ({ id, unitId, scopeCode, name }: Begun, on: LocalDate): Countable[] => [{
  measure: 'project.closed', happenedOn: on, unit: { id: unitId, scopeCode }, record: { kind: 'project', id }, subjectId: id, label: name,
}]
