import { useEffect, useRef, useState } from 'react'
import { useWords } from '#platform/ui/words.ts'
import type { VisitDraft } from '../../contract.ts'
import { client } from '../api.ts'
import { visitWords } from './words.ts'

/** Typing pauses this long before it is sent. */
const pauseMillis = 1500

/** Keeps what is typed about a visit on the server, sealed; a browser's storage never holds it. Trouble in keeping is told, not shown as an error. */
export function useServerDraft(caseId: string, hasDraft: boolean) {
  const texts = useWords(visitWords)
  const [words, setWords] = useState(hasDraft ? texts.restored : texts.keeping)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stopped = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const send = async (draft: VisitDraft) => {
    try {
      await client.saveVisitDraft({ id: caseId, draft })
      if (!stopped.current) setWords(texts.kept)
    } catch {
      setWords(texts.notKept)
    }
  }
  return {
    words,
    keep: (values: VisitDraft) => {
      if (stopped.current) return
      clearTimeout(timer.current)
      const draft = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as VisitDraft
      timer.current = setTimeout(() => void send(draft), pauseMillis)
    },
    /** The visit was recorded: nothing more is kept. */
    stop: () => {
      stopped.current = true
      clearTimeout(timer.current)
    },
  }
}
