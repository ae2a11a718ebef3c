// What figures count of an act of aid and of a wish: measures by name, labels masked.
import type { LocalDate } from '#platform/values/local-date.ts'
import type { Form, PayerKind } from '../contract.ts'
import { payerWords } from './words.ts'

/** One occurrence to be counted, in the shape figures take. */
export type Countable = {
  measure: string
  happenedOn: LocalDate
  unit: { id: string; scopeCode: string }
  record: { kind: string; id: string }
  subjectId: string
  value?: number
  label: string
}

type Given = {
  id: string; unitId: string; scopeCode: string; childId: string; householdId: string; label: string; kindName: string; kind: string; isCourtesyCall: boolean
}
type GivenShare = { payerKind: PayerKind; form: Form; amountFen: number | null }

/** An act that was given: the child, the household, a courtesy call, counselling, and what each payer gave in money or goods. */
export function countAct(act: Given, shares: readonly GivenShare[], givenOn: LocalDate): Countable[] {
  const fact = (measure: string, more: Partial<Countable> = {}): Countable => ({
    measure, happenedOn: givenOn, unit: { id: act.unitId, scopeCode: act.scopeCode }, record: { kind: 'aid-act', id: act.id }, subjectId: act.childId,
    label: `${act.label} · ${act.kindName}`, ...more,
  })
  return [
    fact('aid.given'), fact('aid.household', { subjectId: act.householdId }), ...(act.isCourtesyCall ? [fact('aid.courtesy-call')] : []),
    ...(act.kind === 'counselling' ? [fact('aid.counselling')] : []),
    ...shares.flatMap(({ payerKind, form, amountFen }) => {
      if (form === 'service' || amountFen === null || amountFen === 0) return []
      const label = `${act.label} · ${act.kindName} · ${payerWords[payerKind]}`
      return [fact(form === 'money' ? `aid.money.${payerKind}` : 'aid.goods', { value: amountFen, label })]
    }),
  ]
}

type Wished = { id: string; unitId: string; scopeCode: string; childId: string; label: string }

/** A wish that was published, or came true. */
export const countWish = (wish: Wished, event: 'published' | 'fulfilled', happenedOn: LocalDate): Countable => ({
  measure: `wish.${event}`, happenedOn, unit: { id: wish.unitId, scopeCode: wish.scopeCode }, record: { kind: 'wish', id: wish.id }, subjectId: wish.childId,
  label: wish.label,
})
