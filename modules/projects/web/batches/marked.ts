import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import type { AccountProblem } from '../../contract.ts'
import { words } from '../words.ts'
import { batchWords } from './words.ts'

type Marks = { seqs?: number[]; rows?: { seq: number; label: string; problem: AccountProblem }[] }

/** A refusal that marks rows reads with those rows behind its sentence. */
export function useMarked() {
  const own = useWords(batchWords)
  const { listed } = useWords()
  const { findingWords } = useWords(words)
  const rowsOf = ({ seqs, rows }: Marks): string => {
    if (rows !== undefined) return rows.map(({ seq, label, problem }) => own.badRow(seq, label, findingWords[`account-${problem}`])).join(' ')
    return seqs === undefined ? '' : own.markedRows(listed(seqs.map(String)))
  }
  return {
    /** Carries out an act; what refuses it is thrown with its rows named. */
    marked: async <T>(act: () => Promise<T>): Promise<T> => {
      try {
        return await act()
      } catch (error) {
        const refusal = toRefusal(error)
        const rows = rowsOf((refusal.data ?? {}) as Marks)
        if (rows === '') throw error
        throw Object.assign(error as Error, { message: `${refusal.message}${rows}` })
      }
    },
  }
}
