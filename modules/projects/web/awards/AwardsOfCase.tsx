import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { words } from '../words.ts'
import { awardWords } from './words.ts'

/** On the page of an open case: the way to an application. */
export default function AwardsOfCase({ caseId, isOpen }: { caseId: string; isOpen: boolean }) {
  const texts = useWords(words)
  const own = useWords(awardWords)
  const { may } = useSession()
  if (!isOpen || !may('award.apply')) return null
  const search = { case: caseId } as never
  return (
    <Sheet title={texts.awards} actions={<Link to="/awards/apply" search={search}><Button>{texts.apply}</Button></Link>}>
      <p className="xh-secondary">{own.inCaseLead}</p>
    </Sheet>
  )
}
