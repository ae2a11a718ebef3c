import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { clockOf, queries, type ShownReceipt } from './api.ts'
import { HotlineSheet } from './HotlineSheet.tsx'
import { ReportForm } from './ReportForm.tsx'
import './safeguarding.css'

/** Reporting harm: whom to call first, then what was seen. Works at the width of a phone. */
export default function NewReportPage() {
  const { search } = useAddress<{ child: string }>()
  const [receipt, setReceipt] = useState<ShownReceipt>()
  const guide = useQuery(queries.getReportingGuide.queryOptions({ input: search.child ? { childId: search.child } : {} }))
  if (guide.isError) return <ProblemPage problem={guide.error} onRetry={() => void guide.refetch()} />
  return (
    <Page title="强制报告" width="text" lead="发现未成年人遭受或可能遭受侵害，法律要求立即报告。谁报告的只有指定人员知道。">
      {guide.data === undefined && <Skeleton active />}
      {guide.data && <HotlineSheet hotlines={guide.data.hotlines} />}
      {guide.data && (receipt
        ? <Done receipt={receipt} />
        : <Sheet title="报告"><ReportForm guide={guide.data} childId={search.child} onFiled={setReceipt} /></Sheet>)}
    </Page>
  )
}

function Done({ receipt }: { receipt: ShownReceipt }) {
  return (
    <Sheet title="报告已送出">
      <p>编号 <strong>{receipt.number}</strong>，{clockOf(receipt.filedAt)}。请记下编号，补充情况时再报一份并写上它。</p>
      {receipt.toldCount > 0
        ? <p>已通知 {receipt.toldCount} 位指定人员。超时无人查看，系统会自动向上催办。</p>
        : <Alert type="error" showIcon title="本单位和上级还没有人负责接收报告。请直接拨打110，并当面告诉关工委领导。" />}
      <p className="xh-secondary">为保护孩子和报告人，这里不再显示报告内容。</p>
      <Link to="/" className="xh-row-link">回首页</Link>
    </Sheet>
  )
}
