import { skipToken, useQueries, useQuery } from '@tanstack/react-query'
import { queries } from '../api.ts'
import type { GiftValues } from './gift-values.ts'

/** An instalment that may still be met. */
export type OpenInstalment = {
  key: string; title: string; seq: number; dueOn: string; bookId: string; fundId: string
  /** What is missing of it. */
  missingFen: number
}

/** Instalments of a donor's open agreements that are not met; undefined while they are asked for, none where they cannot be read. */
export function useOpenInstalments(donorId: string | undefined): readonly OpenInstalment[] | undefined {
  const listed = useQuery(queries.listAgreements.queryOptions({ input: donorId === undefined ? skipToken : { donorId, status: 'open', limit: 50 } }))
  const read = useQueries({ queries: (listed.data?.items ?? []).map(({ id }) => queries.getAgreement.queryOptions({ input: { id } })) })
  if (listed.isError) return []
  if (listed.data === undefined || read.some(({ isPending }) => isPending)) return undefined
  return read.flatMap(({ data }) => (data?.instalments ?? []).filter(({ isMet }) => !isMet).map(({ seq, dueOn, amountFen, arrivedFen }) => ({
    key: `${data?.id}/${seq}`, title: data?.title ?? '', seq, dueOn, bookId: data?.bookId ?? '', fundId: data?.fundId ?? '', missingFen: amountFen - arrivedFen,
  })))
}

/** What a gift takes over from the instalment it meets. */
export const promised = ({ bookId, fundId, missingFen }: OpenInstalment): Pick<GiftValues, 'bookId' | 'fundId' | 'amount'> => (
  { bookId, fundId, amount: missingFen })

/** An instalment as the server reads it. */
export function namedInstalment(key: string): { agreementId: string; instalment: number } {
  const [agreementId = '', seq] = key.split('/')
  return { agreementId, instalment: Number(seq) }
}
