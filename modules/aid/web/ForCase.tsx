import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { caseQueries } from './api.ts'
import { words } from './words.ts'

/** A page for one case, whose child stands in the title; without a case the way to one. */
export function ForCase({ caseId, title, children }: { caseId: string | undefined; title: string; children: ReactNode }) {
  const texts = useWords(words)
  if (caseId) return <Known id={caseId} title={title}>{children}</Known>
  return (
    <Page title={title} width="text" back={{ to: '/cases', label: texts.toCases }}>
      <Sheet><p>{texts.nobodyChosen}</p><Link to="/cases"><Button type="primary">{texts.toCases}</Button></Link></Sheet>
    </Page>
  )
}

function Known({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const texts = useWords(words)
  const asked = useQuery(caseQueries.getCase.queryOptions({ input: { id }, staleTime: 60_000 }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return (
    <Page
      title={`${title} · ${texts.childSaid(asked.data.childLabel)}`} lead={asked.data.unitName} width="text"
      back={{ to: `/cases/${id}`, label: texts.theCase }}
    >
      <Sheet>{children}</Sheet>
    </Page>
  )
}
