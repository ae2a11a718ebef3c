import { useQuery } from '@tanstack/react-query'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { careWords } from '../words.ts'

/** What visits are for and why nobody was met, as choices; one that is not offered any more is shown by its code. */
export function useCategories() {
  const { category } = useWords(careWords)
  const { data } = useQuery({ ...queries.getCareStandards.queryOptions(), staleTime: 3_600_000 })
  const of = (kind: 'purpose' | 'attempt-reason') => (data?.categories ?? []).filter(each => each.kind === kind)
    .map(each => ({ value: each.code, label: category(each) }))
  const [purposes, attemptReasons] = [of('purpose'), of('attempt-reason')]
  const nameIn = (options: typeof purposes, code: string) => options.find(({ value }) => value === code)?.label ?? code
  return {
    purposes, attemptReasons,
    purposeName: (code: string | undefined) => nameIn(purposes, code ?? 'everyday'), reasonName: (code: string) => nameIn(attemptReasons, code),
  }
}
