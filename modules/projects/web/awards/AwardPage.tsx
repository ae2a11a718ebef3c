import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type ReadAward } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useKindName } from '../names.ts'
import { AwardTag, Findings } from '../Tags.tsx'
import { words } from '../words.ts'
import { AwardActs } from './AwardActs.tsx'
import { OpenedSheet } from './OpenedSheet.tsx'
import { ReceiptSheet, VisitSheet } from './AfterPayment.tsx'
import { awardWords } from './words.ts'

/** One award: for whom, what the checks find, how it stands, what became of it. */
export default function AwardPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getAward.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <AwardView award={asked.data} /> : <Skeleton active />
}

function AwardView({ award }: { award: ReadAward }) {
  const texts = useWords(words)
  const own = useWords(awardWords)
  const kindName = useKindName()
  const isAfter = award.status === 'paid' || award.status === 'received'
  return (
    <Page
      title={own.titleOf(award.label)} width="text" back={{ to: '/awards', label: texts.awards }} actions={<AwardActs award={award} />}
      lead={<><AwardTag status={award.status} /> {kindName(award.kind, award.kindName)} · {award.unitName}</>}
    >
      {award.status === 'failed' && award.refusalKind !== null && (
        <Alert type="warning" showIcon className="xh-gap" title={`${own.refusal} · ${texts.refusalWords[award.refusalKind]}`} />
      )}
      {award.status === 'listed' && award.accountProblem !== null && <Alert type="warning" showIcon className="xh-gap" title={own.listedBad} />}
      <Sheet title={own.details}><AwardFacts award={award} /></Sheet>
      <Sheet title={own.findings}>
        {award.findings.length === 0 ? <p className="xh-secondary">{own.noFindings}</p>
          : <><p className="xh-secondary">{own.findingsLead}</p><Findings codes={award.findings} /></>}
      </Sheet>
      {award.may.open && <OpenedSheet key={award.version} award={award} />}
      {award.may.attach && <ReceiptSheet award={award} />}
      {award.may.openScan && <p><Button href={`/api/awards/receipt-scan?id=${award.id}`}>{own.openScan}</Button></p>}
      {isAfter && <VisitSheet award={award} />}
    </Page>
  )
}

function AwardFacts({ award }: { award: ReadAward }) {
  const texts = useWords(words)
  const own = useWords(awardWords)
  return (
    <Facts lines={[
      fact(texts.amount, texts.yuan(formatYuan(award.amountFen))), fact(texts.people, award.peopleCount),
      award.householdsCount > 0 && fact(own.households, award.householdsCount),
      fact(texts.payee, award.payeeLabel === null ? texts.noPayee : texts.tail(award.payeeLabel, award.accountTail ?? '')),
      fact(own.relation, texts.relationWords[award.relation]), fact(texts.applied, texts.by(award.appliedOn, award.appliedName)),
      award.paidOn !== null && fact(texts.paid, award.paidOn), award.receivedOn !== null && fact(texts.received, award.receivedOn),
      award.endReason !== null && fact(own.endReason, award.endReason),
      award.caseId !== null && fact(texts.theCase, <Link to={`/cases/${award.caseId}`}>{texts.childSaid(award.label)}</Link>),
      award.batchId !== null && fact(own.batch, <Link to={`/award-batches/${award.batchId}`}>{own.openBatch}</Link>),
    ]} />
  )
}
