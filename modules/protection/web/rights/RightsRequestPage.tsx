import { FileExcelOutlined, FileWordOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Descriptions, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { askerNames, proofNames, refusalReasonNames, rightsKindNames, sendingNames } from '../../rules/words.ts'
import { queries, type ShownRightsRequest } from '../api.ts'
import { DecideRightsDialog } from './DecideRightsDialog.tsx'
import { RightsStatus } from './RightsStatus.tsx'
import { SendReplyDialog } from './SendReplyDialog.tsx'

/** One request: who asks what, until when, what was decided, and what is to be done now. */
export default function RightsRequestPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getRightsRequest.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <RequestView request={asked.data} /> : <Skeleton active />
}

function RequestView({ request }: { request: ShownRightsRequest }) {
  const { may } = useSession()
  const [dialog, setDialog] = useState<'decide' | 'send'>()
  const mayDecide = may('rights.decide')
  return (
    <Page
      title={`${rightsKindNames[request.kind]}${request.maskedName}的信息`} back={{ to: '/rights-requests', label: '权利请求' }}
      lead={<>{request.unitName} · {request.receivedOn} 收到，{request.dueOn} 前书面答复 <RightsStatus request={request} /></>}
      actions={mayDecide && (
        <>
          {request.status === 'open' && <Button type="primary" onClick={() => setDialog('decide')}>作出决定</Button>}
          {request.status === 'decided' && <Button type="primary" onClick={() => setDialog('send')}>登记送达</Button>}
        </>
      )}
    >
      <AskedSheet request={request} />
      {request.status !== 'open' && <ReplySheet request={request} mayDecide={mayDecide} />}
      {dialog === 'decide' && <DecideRightsDialog request={request} onClose={() => setDialog(undefined)} />}
      {dialog === 'send' && <SendReplyDialog request={request} onClose={() => setDialog(undefined)} />}
    </Page>
  )
}

const hidden = '（由登记人和未成年人信息负责人查看）'

function AskedSheet({ request }: { request: ShownRightsRequest }) {
  const who = request.relation === null ? askerNames[request.askedBy] : `${askerNames[request.askedBy]}（${request.relation}）`
  return (
    <Sheet title="请求">
      <Descriptions
        column={1}
        items={[
          { key: 'child', label: '孩子', children: <Link to={`/children/${request.childId}`}>{request.maskedName}</Link> },
          { key: 'who', label: '提出人', children: `${who} ${request.requesterName ?? hidden}` },
          { key: 'phone', label: '联系电话', children: request.requesterName === null ? hidden : request.phone ?? '未留' },
          { key: 'proof', label: '关系证明', children: proofNames[request.proof] },
          { key: 'wish', label: '具体要求', children: request.wish ?? hidden },
          { key: 'recorded', label: '登记人', children: request.recordedName },
        ]}
      />
    </Sheet>
  )
}

function ReplySheet({ request, mayDecide }: { request: ShownRightsRequest; mayDecide: boolean }) {
  const query = `?id=${request.id}`
  const actions = mayDecide && (
    <>
      {request.mayCopy && <Button icon={<FileWordOutlined aria-hidden />} href={`/api/rights-requests/copy.docx${query}`}>副本 .docx</Button>}
      {request.mayCopy && <Button icon={<FileExcelOutlined aria-hidden />} href={`/api/rights-requests/copy.xlsx${query}`}>副本 .xlsx</Button>}
      <Button icon={<FileWordOutlined aria-hidden />} href={`/api/rights-requests/reply.docx${query}`}>书面答复 .docx</Button>
    </>
  )
  const reason = request.refusalReason === null ? [] : [{ key: 'reason', label: '理由', children: refusalReasonNames[request.refusalReason] }]
  const how = request.sentHow === null ? '' : sendingNames[request.sentHow]
  const sent = request.sentOn === null ? '尚未送达' : `${request.sentOn} ${how}（${request.sentName ?? ''}）`
  return (
    <Sheet title="决定与答复" actions={actions}>
      <NextStep request={request} />
      <Descriptions
        column={1}
        items={[
          { key: 'decided', label: '决定', children: `${request.result === 'granted' ? '同意' : '不予办理'}，${request.decidedName ?? ''} ${request.decidedOn ?? ''}` },
          ...reason,
          { key: 'reply', label: '答复内容', children: request.reply ?? hidden },
          { key: 'sent', label: '送达', children: sent },
        ]}
      />
    </Sheet>
  )
}

/** What a yes leads to: the correction or erasure is made where the child's file is. */
function NextStep({ request }: { request: ShownRightsRequest }) {
  if (request.result !== 'granted') return null
  const to = `/children/${request.childId}`
  if (request.kind === 'correct') {
    return <Alert type="info" showIcon className="xh-gap" title={<>同意更正：请<Link to={to}>打开孩子的页面</Link>，由登记单位更正后再登记送达。</>} />
  }
  if (request.kind === 'delete') {
    return <Alert type="info" showIcon className="xh-gap" title={<>同意删除：请先<Link to={to}>在孩子的页面</Link>结束档案，再依法删除身份信息。删除前请先下载书面答复。</>} />
  }
  return request.mayCopy ? <Alert type="info" showIcon className="xh-gap" title="副本七天内可以下载，每次下载都会记入审计。请当面核对领取人身份。" /> : null
}
