import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { projectWords } from './words.ts'

/** On the page of an open case: the way into a project. */
export default function ProjectsOfCase({ caseId, isOpen }: { caseId: string; isOpen: boolean }) {
  const own = useWords(projectWords)
  const { may } = useSession()
  if (!isOpen || !may('beneficiary.enter')) return null
  const search = { case: caseId } as never
  return (
    <Sheet title={own.projects} actions={<Link to="/beneficiaries/enter" search={search}><Button>{own.enterOfCase}</Button></Link>}>
      <p className="xh-secondary">{own.ofCaseLead}</p>
    </Sheet>
  )
}
