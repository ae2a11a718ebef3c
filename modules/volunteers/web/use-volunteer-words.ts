import { useQuery } from '@tanstack/react-query'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { words } from './words.ts'

type Choice = { value: string; label: string }

/** Categories and service roles with their names; empty while they are on their way. */
export function useVolunteerWords() {
  const { dataName } = useWords(words)
  const { listed } = useWords()
  const { data } = useQuery(queries.listVolunteerWords.queryOptions({ staleTime: 600_000 }))
  const choices = (list: readonly { code: string; name: string }[] | undefined): Choice[] => (list ?? [])
    .map(({ code, name }) => ({ value: code, label: dataName(code, name) }))
  const names = new Map([...(data?.categories ?? []), ...(data?.serviceRoles ?? [])].map(({ code, name }) => [code, dataName(code, name)]))
  return {
    categories: choices(data?.categories), serviceRoles: choices(data?.serviceRoles),
    named: (codes: readonly string[]) => listed(codes.map((code) => names.get(code) ?? '').filter((name) => name !== '')),
  }
}
