import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ReadAct } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useKindName } from '../names.ts'
import { SealedSheet } from '../SealedSheet.tsx'
import { ActTag } from '../Tags.tsx'
import { needWords, words } from '../words.ts'
import { ActActs } from './ActActs.tsx'
import { ScanSheet } from './ScanSheet.tsx'
import { ShareSheet } from './ShareSheet.tsx'
import { actWords } from './words.ts'
import '../aid.css'

/** One act of aid: who gives what, how it stands, how one knows that it arrived. */
export default function ActPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getAct.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ActView act={asked.data} /> : <Skeleton active />
}

function ActView({ act }: { act: ReadAct }) {
  const texts = useWords(words)
  const own = useWords(actWords)
  const kindName = useKindName()
  return (
    <Page
      title={own.title(act.label)} width="text" back={{ to: '/aid-acts', label: texts.acts }} actions={<ActActs act={act} />}
      lead={<><ActTag status={act.status} /> {kindName(act.kind, act.kindName)} · {act.unitName}</>}
    >
      {act.voidedOn !== null && <Alert type="warning" showIcon className="xh-gap" title={`${own.voided} ${act.voidedOn}`} description={act.voidReason} />}
      <ShareSheet act={act} />
      <Sheet title={texts.details}><ActFacts act={act} /></Sheet>
      {act.may.open && <OpenedSheet key={act.version} act={act} />}
      {act.may.scan && <ScanSheet act={act} />}
      {act.hasScan && act.may.print && <p><Button href={`/api/aid-acts/receipt-scan?id=${act.id}`}>{own.openScan}</Button></p>}
    </Page>
  )
}

function ActFacts({ act }: { act: ReadAct }) {
  const texts = useWords(words)
  const own = useWords(actWords)
  const { openAct: openNeed } = useWords(needWords)
  const { may } = useSession()
  return (
    <Facts lines={[
      fact(texts.reach, texts.reachWords[act.reach]), act.isCourtesyCall && fact(texts.courtesy, texts.isCourtesy),
      fact(own.offeredBy, texts.by(act.offeredOn, act.offeredName)), fact(texts.given, act.givenOn ?? own.notYet),
      fact(texts.received, act.receivedOn === null ? own.notYet : `${act.receivedOn}${act.proof ? ` · ${texts.proofWords[act.proof]}` : ''}`),
      act.needId !== null && fact(own.forNeed, <Link to={`/needs/${act.needId}`}>{openNeed}</Link>),
      act.wishId !== null && may('aid.read') && fact(own.forWish, <Link to={`/wishes/${act.wishId}`}>{texts.wishes}</Link>),
      fact(texts.theCase, <Link to={`/cases/${act.caseId}`}>{texts.childSaid(act.label)}</Link>),
    ]} />
  )
}

function OpenedSheet({ act }: { act: ReadAct }) {
  const texts = useWords(words)
  const own = useWords(actWords)
  return (
    <SealedSheet title={`${texts.note} · ${own.receipt}`} open={() => client.openAct({ id: act.id })}>
      {opened => (
        <Facts lines={[
          fact(texts.note, <span className="aid-words">{opened.words || own.nothingSaid}</span>),
          ...opened.payers.map(({ name }) => fact(texts.payer, name)), opened.signedBy !== null && fact(own.signed, opened.signedBy),
          opened.witnesses.length > 0 && fact(own.witnesses, opened.witnesses.join(' · ')),
          opened.unwantedReason !== null && fact(own.unwanted, <span className="aid-words">{opened.unwantedReason}</span>),
        ]} />
      )}
    </SealedSheet>
  )
}
