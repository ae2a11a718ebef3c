import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import { queries, type ShownReceipt } from './api.ts'
import { HotlineSheet } from './HotlineSheet.tsx'
import { ReportForm } from './ReportForm.tsx'
import './safeguarding.css'
import { reportWords } from './report-words.ts'

/** Reporting harm: whom to call first, then what was seen. Works at the width of a phone. */
export default function NewReportPage() {
  const texts = useWords(reportWords)
  const { search } = useAddress<{ child: string }>()
  const [receipt, setReceipt] = useState<ShownReceipt>()
  const guide = useQuery(queries.getReportingGuide.queryOptions({ input: search.child ? { childId: search.child } : {} }))
  if (hasNothingToShow(guide)) return <ProblemPage problem={guide.error} onRetry={() => void guide.refetch()} />
  return (
    <Page title={texts.report} width="text" lead={texts.lead}>
      {guide.data === undefined && <Skeleton active />}
      {guide.data && <HotlineSheet hotlines={guide.data.hotlines} />}
      {guide.data && (receipt
        ? <Done receipt={receipt} />
        : <Sheet title={texts.form}><ReportForm guide={guide.data} childId={search.child} onFiled={setReceipt} /></Sheet>)}
    </Page>
  )
}

function Done({ receipt }: { receipt: ShownReceipt }) {
  const texts = useWords(reportWords)
  return (
    <Sheet title={texts.filed}>
      <p>{texts.numberWord}<strong>{receipt.number}</strong>{texts.filedAt(minuteInChina(receipt.filedAt))}</p>
      {receipt.toldCount > 0
        ? <p>{texts.told(receipt.toldCount)}</p>
        : <Alert type="error" showIcon title={texts.nobodyToldYet} />}
      <p className="xh-secondary">{texts.notShownAgain}</p>
      <Link to="/" className="xh-row-link">{texts.goHome}</Link>
    </Sheet>
  )
}
