import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type ReadBatch } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { minuteInChina } from '#platform/values/local-date.ts'
import { useKindName } from '../names.ts'
import { BatchTag, Findings } from '../Tags.tsx'
import { words } from '../words.ts'
import { BatchActs } from './BatchActs.tsx'
import { ObjectionSheet } from '../lists/ObjectionSheet.tsx'
import { PaymentSheets } from './PaymentSheets.tsx'
import { batchWords } from './words.ts'
import '../awards.css'

/** One batch: its list, who approved it, what the bank says. */
export default function BatchPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getBatch.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <BatchView batch={asked.data} /> : <Skeleton active />
}

function BatchView({ batch }: { batch: ReadBatch }) {
  const texts = useWords(words)
  const own = useWords(batchWords)
  return (
    <Page
      title={batch.title} width="text" back={{ to: '/award-batches', label: texts.batches }} actions={<BatchActs batch={batch} />}
      lead={<><BatchTag status={batch.status} /> {texts.yuan(formatYuan(batch.totalFen))} · {batch.fundName}</>}
    >
      {batch.returnReason !== null && batch.status === 'draft' && (
        <Alert type="warning" showIcon className="xh-gap" title={own.returned} description={batch.returnReason} />
      )}
      <PaymentSheets batch={batch} />
      <Sheet title={own.list}>
        {batch.rows.length === 0 && <p className="xh-secondary">{own.empty}</p>}
        <ol className="awards-rows">{batch.rows.map(row => <li key={row.awardId}><ListedRow row={row} /></li>)}</ol>
      </Sheet>
      <ObjectionSheet batch={batch} />
      <Sheet title={own.approvals}><BatchFacts batch={batch} /></Sheet>
    </Page>
  )
}

function ListedRow({ row }: { row: ReadBatch['rows'][number] }) {
  const texts = useWords(words)
  const own = useWords(batchWords)
  const kindName = useKindName()
  const outcome = row.outcome === null ? null : texts.outcomeWords[row.outcome]
  return (
    <>
      <p>
        {own.seq(row.seq)} <Link to={`/awards/${row.awardId}`}>{texts.childSaid(row.label)}</Link> · {kindName(row.kind,
          row.kindName)} · <strong>{texts.yuan(formatYuan(row.amountFen))}</strong>
      </p>
      <p className="xh-secondary">
        {row.unitName} · {row.payeeLabel === null ? texts.noPayee : texts.tail(row.payeeLabel, row.accountTail ?? '')}
        {row.isPayeeCorrected && ` ${own.payeeCorrected}`}
      </p>
      {row.findings.length > 0 && <Findings codes={row.findings} />}
      {row.answer !== null && <p>{own.answered(row.answer)}</p>}
      {outcome !== null && <p>{outcome} {row.outcomeOn} {row.refusalKind === null ? '' : texts.refusalWords[row.refusalKind]}</p>}
    </>
  )
}

function BatchFacts({ batch }: { batch: ReadBatch }) {
  const texts = useWords(words)
  const own = useWords(batchWords)
  return (
    <>
      {batch.approvals.length === 0 && <p className="xh-secondary xh-gap">{own.noApproval}</p>}
      <Facts lines={[
        ...batch.approvals.map(({ name, approvedAt }) => fact(own.approver, own.approvedBy(name, minuteInChina(approvedAt)))), fact(texts.made, batch.madeName),
        fact(texts.book, batch.bookName),
        batch.projectId !== null && fact(texts.project, <Link to={`/projects/${batch.projectId}`}>{batch.projectLabel}</Link>),
          batch.submittedOn !== null && fact(texts.submitted, batch.submittedOn),
        batch.approvedOn !== null && fact(texts.approved, batch.approvedOn), batch.settledOn !== null && fact(texts.settled, batch.settledOn),
        batch.listHash !== null && fact(own.hash, <span className="awards-hash">{batch.listHash}</span>),
      ]} />
    </>
  )
}
