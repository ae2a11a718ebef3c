import type { LocalDate } from '#platform/values/local-date.ts'
import type { DonorKind, GiftForm } from '../contract.ts'
import { giftFormWords } from './words.ts'

/** One occurrence to be counted, in the shape figures take. */
export type Countable = {
  measure: string; happenedOn: LocalDate; unit: { id: string; scopeCode: string }; record: { kind: string; id: string }; subjectId: string; label: string
  value?: number
}

/** A gift as it is counted. */
export type CountableGift = { id: string; unitId: string; scopeCode: string; donorId: string; donorKind: DonorKind; donorLabel: string; form: GiftForm }

/** What a gift that arrived comes to in the figures: once as a gift; its money by donor and by restriction, goods by their value and never as money. */
export function giftFacts(gift: CountableGift, { amountFen, isFree, on }: { amountFen: number; isFree: boolean; on: LocalDate }): Countable[] {
  const label = `${gift.donorLabel} · ${giftFormWords[gift.form]}`
  const fact = (measure: string, value?: number): Countable => ({
    measure, happenedOn: on, unit: { id: gift.unitId, scopeCode: gift.scopeCode }, record: { kind: 'gift', id: gift.id }, subjectId: gift.donorId, label,
    ...(value === undefined ? {} : { value }),
  })
  switch (gift.form) {
    case 'goods': return [fact('gift.given'), fact('gift.goods', amountFen)]
    case 'money': return [
      fact('gift.given'), fact(`gift.money.${gift.donorKind}`, amountFen), fact(`gift.money.${isFree ? 'unrestricted' : 'restricted'}`, amountFen)]
    case 'service': return [fact('gift.given')]
  }
}
