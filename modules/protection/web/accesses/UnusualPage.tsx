import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, useChanged } from '../api.ts'
import { minuteOf } from '../names.ts'
import { nameWords } from '../words/name-words.ts'
import { pageWords } from '../words/page-words.ts'
import { UnusualStatus } from './UnusualStatus.tsx'

type Found = Awaited<ReturnType<typeof client.getUnusualAccess>>

/** One unusual access: what was read when, and the judgement. */
export default function UnusualPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getUnusualAccess.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <UnusualView found={asked.data} /> : <Skeleton active />
}

function UnusualView({ found }: { found: Found }) {
  const texts = useWords(pageWords)
  const names = useWords(nameWords)
  const { listed } = useWords()
  const { may } = useSession()
  const mayJudge = may('unusual-access.decide') && found.status === 'open' && !found.isOwn
  return (
    <Page
      title={texts.unusualOf(found.personName, names.accessRules[found.rule])} back={{ to: '/unusual-accesses', label: texts.unusual }}
      lead={(
        <>
          {texts.unusualFacts(found.unitName, found.happenedOn, names.accessCount(found.rule, found.count), found.childrenCount)}
          {' '}<UnusualStatus found={found} />
        </>
      )}
      actions={mayJudge && <Judgement found={found} />}
    >
      {found.isOwn && found.status === 'open' && <Alert type="info" showIcon className="xh-gap" title={texts.ownAccess} />}
      {found.status !== 'open' && (
        <Sheet title={texts.checked}>
          <p>{texts.explained(found.explanation ?? '', found.decidedName ?? '')}</p>
          {found.incidentId && <Link to={`/incidents/${found.incidentId}`}>{texts.toIncident}</Link>}
        </Sheet>
      )}
      <Sheet title={texts.reads}>
        <p>{texts.fieldsRead(listed(found.fields.map((field) => names.fields[field])))}</p>
        {found.reads.length === 0 && found.readsElsewhere === 0 && <p className="xh-secondary">{texts.noReads}</p>}
        {found.readsElsewhere > 0 && <p className="xh-secondary">{texts.readsElsewhere(found.readsElsewhere)}</p>}
        <Facts
          lines={found.reads.map((read) => fact(minuteOf(read.at), (
            <>
              {read.childId !== null && <Link to={`/children/${read.childId}`}>{read.maskedName}</Link>}{' '}
              {texts.readOf(names.reads[read.verb] ?? read.verb, listed(read.fields.map((field) => names.fields[field])))}
              {read.reason !== null && texts.purpose(read.reason)}
            </>
          )))}
        />
      </Sheet>
    </Page>
  )
}

function Judgement({ found }: { found: Found }) {
  const texts = useWords(pageWords)
  const changed = useChanged()
  const { message } = App.useApp()
  const [judging, setJudging] = useState<'justified' | 'unjustified'>()
  const judge = async (explanation: string) => {
    await client.decideUnusualAccess({ id: found.id, version: found.version, justified: judging === 'justified', explanation })
    setJudging(undefined)
    void message.success(judging === 'justified' ? texts.saidJustified : texts.saidUnjustified)
    await changed()
  }
  return (
    <>
      <Button onClick={() => setJudging('unjustified')}>{texts.unjustified}</Button>
      <Button type="primary" onClick={() => setJudging('justified')}>{texts.justified}</Button>
      <ReasonDialog
        open={judging !== undefined} title={judging === 'unjustified' ? texts.askUnjustified : texts.askJustified} confirmLabel={texts.record}
        isDangerous={judging === 'unjustified'} onConfirm={judge} onCancel={() => setJudging(undefined)}
      >
        <p>{texts.judgeLead}</p>
      </ReasonDialog>
    </>
  )
}
