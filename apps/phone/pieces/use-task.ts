import { useCallback, useState } from 'react'
import { isRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '../words.ts'

type Task = { isBusy: boolean; problem: string | undefined; run: (work: () => Promise<void>) => void; say: (problem: string | undefined) => void }

/** Something that takes a moment and may fail: whether it runs, and the sentence to show when it failed; `offline` says what no signal means for it. */
export function useTask({ offline }: { offline?: string } = {}): Task {
  const words = useWords()
  const [isBusy, setBusy] = useState(false)
  const [problem, say] = useState<string>()
  const run = useCallback((work: () => Promise<void>) => {
    const sentenceOf = (caught: unknown) => {
      if (!isRefusal(caught)) return words.problem
      return caught.code === 'OFFLINE' ? offline ?? words.noSignalHere : caught.message || words.problem
    }
    setBusy(true)
    say(undefined)
    work().catch((caught: unknown) => say(sentenceOf(caught))).finally(() => setBusy(false))
  }, [words, offline])
  return { isBusy, problem, run, say }
}
