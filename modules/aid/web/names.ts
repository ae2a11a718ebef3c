import { useQuery } from '@tanstack/react-query'
import { formatYuan } from '#platform/values/money.ts'
import { useWords } from '#platform/ui/words.ts'
import { actStatuses, forms, needStatuses, payerKinds, proofs, reaches, wishStatuses } from '../contract.ts'
import { queries } from './api.ts'
import { words } from './words.ts'

const choices = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) => codes.map(value => ({ value, label: names[value] }))

/** The choices of forms and filters, in the reader's language. */
export function useChoices() {
  const texts = useWords(words)
  return {
    needStatuses: choices(needStatuses, texts.needStatusWords), actStatuses: choices(actStatuses, texts.actStatusWords),
    wishStatuses: choices(wishStatuses, texts.wishStatusWords), payers: choices(payerKinds, texts.payerWords), forms: choices(forms, texts.formWords),
    reaches: choices(reaches, texts.reachWords), proofs: choices(proofs, texts.proofWords),
  }
}

/** How a kind reads; one that was added later reads as the list names it. */
export function useKindName() {
  const texts = useWords(words)
  return (kind: string, name: string) => (texts.kindWords as Readonly<Record<string, string>>)[kind] ?? name
}

/** Kinds that hold today. */
export function useKinds() {
  const nameOf = useKindName()
  const { data } = useQuery(queries.listAidKinds.queryOptions({ input: {}, staleTime: Infinity }))
  return (data?.items ?? []).map(({ code, name }) => ({ value: code, label: nameOf(code, name) }))
}

/** An amount of a form, fen while it stands there, as the server reads it. */
export const amountOf = (fen: number | string | undefined): string | undefined => (
  fen === undefined || fen === '' ? undefined : typeof fen === 'number' ? formatYuan(fen) : fen)
