import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ReadNeed } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useKindName } from '../names.ts'
import { SealedSheet } from '../SealedSheet.tsx'
import { NeedTag } from '../Tags.tsx'
import { needWords, words } from '../words.ts'
import { NeedActs } from './NeedActs.tsx'
import '../aid.css'

/** One need: how it stands, what was written, and everything that can be done. */
export default function NeedPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getNeed.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <NeedView need={asked.data} /> : <Skeleton active />
}

function NeedView({ need }: { need: ReadNeed }) {
  const texts = useWords(words)
  const own = useWords(needWords)
  const kindName = useKindName()
  const { may } = useSession()
  return (
    <Page
      title={own.title(need.label)} width="text" back={{ to: '/needs', label: texts.needs }} actions={<NeedActs need={need} />}
      lead={<><NeedTag of={need} /> {kindName(need.kind, need.kindName)} · {need.unitName}</>}
    >
      {need.status === 'raised' && !need.may.decide && <Alert type="info" showIcon className="xh-gap" title={own.waits} />}
      <Sheet title={texts.details}>
        <Facts lines={[
          fact(texts.reach, texts.reachWords[need.reach]),
          fact(texts.amount, need.amountFen === null ? own.notEstimated : texts.yuan(formatYuan(need.amountFen))),
          fact(texts.wantedBy, need.wantedBy ?? own.noDay), fact(texts.raised, texts.by(need.raisedOn, need.raisedName)),
          need.decidedOn !== null && fact(texts.decided, texts.by(need.decidedOn, need.decidedName ?? '')),
          fact(texts.theCase, <Link to={`/cases/${need.caseId}`}>{texts.childSaid(need.label)}</Link>),
          may('child.read') && fact(texts.file, <Link to={`/children/${need.childId}`}>{texts.childSaid(need.label)}</Link>),
          need.actId !== null && fact(own.act, <Link to={`/aid-acts/${need.actId}`}>{own.openAct}</Link>),
        ]} />
      </Sheet>
      {need.may.open && (
        <SealedSheet key={need.version} title={own.what} open={() => client.openNeed({ id: need.id })}>
          {opened => <Facts lines={[
            fact(own.what, <span className="aid-words">{opened.words}</span>),
            opened.answer !== null && fact(own.answer, <span className="aid-words">{opened.answer}</span>),
          ]} />}
        </SealedSheet>
      )}
    </Page>
  )
}
