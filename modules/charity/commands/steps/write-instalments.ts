import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { inOrderOfDays } from '../../rules/agreements.ts'

/** Writes the instalments of an agreement in the order of their days. */
export async function writeInstalments(
  { tx, actor }: Context, { agreementId, scopeCode, instalments }: {
    agreementId: string; scopeCode: string; instalments: readonly { dueOn: LocalDate; amount: number }[]
  },
): Promise<void> {
  await tx.insertInto('charity.instalments').values(inOrderOfDays(instalments).map(({ seq, dueOn, amount }) => (
    { cityId: actor.cityId, agreementId, seq, scopeCode, dueOn, amountFen: String(amount) }))).execute()
}
