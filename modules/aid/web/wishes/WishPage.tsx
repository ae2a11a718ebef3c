import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ReadWish } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { SealedSheet } from '../SealedSheet.tsx'
import { WishTag } from '../Tags.tsx'
import { needWords, words } from '../words.ts'
import { PublicCard } from './PublicCard.tsx'
import { WishActs } from './WishActs.tsx'
import { wishWords } from './words.ts'
import '../aid.css'

/** One wish: its text, what the public sees of it, and how far it has come. */
export default function WishPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getWish.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <WishView wish={asked.data} /> : <Skeleton active />
}

function WishView({ wish }: { wish: ReadWish }) {
  const texts = useWords(words)
  const own = useWords(wishWords)
  return (
    <Page
      title={own.title(wish.label)} width="text" back={{ to: '/wishes', label: texts.wishes }} actions={<WishActs wish={wish} />}
      lead={<><WishTag status={wish.status} /> {wish.unitName}</>}
    >
      <Waiting wish={wish} />
      <Sheet title={own.text}>
        <p className="aid-words">{wish.text ?? own.hidden}</p>
        {wish.thanks !== null && <><h3>{own.thanks}</h3><p className="aid-words">{wish.thanks}</p></>}
        {wish.answer !== null && <><h3>{own.answer}</h3><p className="aid-words">{wish.answer}</p></>}
      </Sheet>
      <Sheet title={texts.details}><WishFacts wish={wish} /></Sheet>
      <Sheet title={own.shown}>{wish.published ? <PublicCard wish={wish.published} /> : <p className="xh-secondary">{own.notShown}</p>}</Sheet>
      {wish.may.openClaim && (
        <SealedSheet key={wish.version} title={own.donor} open={() => client.openClaim({ id: wish.id })}>
          {donor => <Facts lines={[fact(own.donorName, donor.name), fact(own.contact, donor.contact)]} />}
        </SealedSheet>
      )}
    </Page>
  )
}

/** What has to happen next, where the person cannot see it from the buttons. */
function Waiting({ wish }: { wish: ReadWish }) {
  const own = useWords(wishWords)
  if (wish.status !== 'draft') return null
  if (!wish.hasConsent) return <Alert type="warning" showIcon className="xh-gap" title={own.noConsent} />
  return wish.may.decide ? null : <Alert type="info" showIcon className="xh-gap" title={own.waits} />
}

function WishFacts({ wish }: { wish: ReadWish }) {
  const texts = useWords(words)
  const own = useWords(wishWords)
  const { notEstimated } = useWords(needWords)
  const { may } = useSession()
  return (
    <Facts lines={[
      fact(texts.amount, wish.amountFen === null ? notEstimated : texts.yuan(formatYuan(wish.amountFen))),
      fact(own.author, texts.by(wish.writtenOn, wish.authorName)),
      wish.publishedOn !== null && fact(own.published, texts.by(wish.publishedOn, wish.decidedName ?? '')),
      wish.donorKind !== null && fact(own.donorKind, texts.payerWords[wish.donorKind]), wish.claimUntilOn !== null && fact(own.until, wish.claimUntilOn),
      wish.actId !== null && fact(own.act, <Link to={`/aid-acts/${wish.actId}`}>{own.openAct}</Link>),
      wish.fulfilledOn !== null && fact(own.fulfilled, wish.fulfilledOn), wish.endedOn !== null && fact(own.ended, wish.endedOn),
      fact(texts.theCase, <Link to={`/cases/${wish.caseId}`}>{texts.childSaid(wish.label)}</Link>),
      may('child.read') && fact(texts.file, <Link to={`/children/${wish.childId}`}>{texts.childSaid(wish.label)}</Link>),
    ]} />
  )
}
