import { useEffect, useRef, useState } from 'react'
import type { VisitDraft } from '../../contract.ts'
import { client } from '../api.ts'

/** Typing pauses this long before it is sent. */
const pauseMillis = 1500

/** Keeps what is typed about a visit on the server, sealed; a browser's storage never holds it. Trouble in keeping is told, not shown as an error. */
export function useServerDraft(caseId: string, hasDraft: boolean) {
  const [words, setWords] = useState(hasDraft ? '已恢复上次没有写完的内容。' : '边写边保存，关掉页面也不会丢。')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stopped = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const send = async (draft: VisitDraft) => {
    try {
      await client.saveVisitDraft({ id: caseId, draft })
      if (!stopped.current) setWords('草稿已保存。')
    } catch {
      setWords('草稿暂时没有保存上，请不要关闭页面。')
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
