import { Alert, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import type { Contact } from '../contract.ts'
import { boardWords } from './board/words.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'

/** Phone and identity number, opened once, on record. */
export function OpenedContact({ open }: { open: () => Promise<Contact> }) {
  const own = useWords(boardWords)
  const [contact, setContact] = useState<Contact>()
  const [problem, setProblem] = useState<string>()
  const wasAsked = useRef(false)
  useEffect(() => {
    // Opened once, however often the page is drawn: each opening is a line of the record.
    if (wasAsked.current) return
    wasAsked.current = true
    open().then(setContact, (error: unknown) => setProblem(toRefusal(error).message))
  }, [open])
  if (problem !== undefined) return <Alert type="error" showIcon title={problem} />
  if (contact === undefined) return <Skeleton active />
  return (
    <>
      <Facts lines={[fact(own.phone, contact.phone), fact(own.identityNumber, contact.identityNumber)]} />
      <p className="xh-secondary">{own.openedLead}</p>
    </>
  )
}
