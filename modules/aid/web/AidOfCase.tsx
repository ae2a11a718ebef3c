import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { AidLists } from './AidLists.tsx'
import { words } from './words.ts'

/** On the page of a case: its needs, aid and wishes, and while it is open the ways to new ones. */
export default function AidOfCase({ caseId, isOpen }: { caseId: string; isOpen: boolean }) {
  const texts = useWords(words)
  const { may } = useSession()
  const search = { case: caseId } as never
  const acts = (
    <>
      {may('need.raise') && <Link to="/needs/raise" search={search}><Button>{texts.raiseNeed}</Button></Link>}
      {may('aid.give') && <Link to="/aid-acts/new" search={search}><Button>{texts.offerAid}</Button></Link>}
      {may('wish.write') && <Link to="/wishes/write" search={search}><Button>{texts.writeWish}</Button></Link>}
    </>
  )
  return <Sheet title={texts.aidOfChild} actions={isOpen && acts}><AidLists of={{ caseId }} /></Sheet>
}
