// What figures count of a plan: that it was approved, that it is in force, that it was reviewed.
import type { LocalDate } from '#platform/values/local-date.ts'
import type { Countable } from './countable.ts'

type OfCase = { unitId: string; scopeCode: string; childId: string; maskedName: string }

const planFact = (child: OfCase, fact: { measure: string; on: LocalDate; record: { kind: string; id: string } }): Countable => ({
  measure: fact.measure, happenedOn: fact.on, unit: { id: child.unitId, scopeCode: child.scopeCode }, record: fact.record, subjectId: child.childId,
  label: child.maskedName,
})

/** A plan that was approved on a day. */
export const countApprovedPlan = (child: OfCase, { id, on }: { id: string; on: LocalDate }): Countable =>
  planFact(child, { measure: 'plan.approved', on, record: { kind: 'plan', id } })

/** A plan in force: from its first day on, or from today where that came later. */
export const countPlanInForce = (child: OfCase, plan: { id: string; fromOn: LocalDate; today: LocalDate }): Countable =>
  planFact(child, { measure: 'plan.in-force', on: plan.fromOn > plan.today ? plan.fromOn : plan.today, record: { kind: 'plan', id: plan.id } })

/** A plan that was looked at again. */
export const countReview = (child: OfCase, { id, on }: { id: string; on: LocalDate }): Countable =>
  planFact(child, { measure: 'plan.reviewed', on, record: { kind: 'plan-review', id } })
