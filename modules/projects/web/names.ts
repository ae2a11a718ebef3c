import { useQuery } from '@tanstack/react-query'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { awardStatuses, batchStatuses, relations } from '../contract.ts'
import { queries } from './api.ts'
import { words } from './words.ts'

const choices = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) => codes.map(value => ({ value, label: names[value] }))

/** The choices of forms and filters, in the reader's language. */
export function useChoices() {
  const texts = useWords(words)
  return {
    awardStatuses: choices(awardStatuses, texts.awardStatusWords), batchStatuses: choices(batchStatuses, texts.batchStatusWords),
    relations: choices(relations, texts.relationWords),
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
  const { data } = useQuery(queries.listAwardKinds.queryOptions({ input: {}, staleTime: Infinity }))
  return (data?.items ?? []).map(({ code, name, ...criteria }) => ({ value: code, label: nameOf(code, name), ...criteria }))
}

/** An amount of a form, fen while it stands there, as the server reads it. */
export const amountOf = (fen: number | string | undefined): string => (typeof fen === 'number' ? formatYuan(fen) : fen ?? '')
