import { FileExcelOutlined, FileWordOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownRightsRequest } from '../api.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'
import { DecideRightsDialog } from './DecideRightsDialog.tsx'
import { RightsStatus } from './RightsStatus.tsx'
import { SendReplyDialog } from './SendReplyDialog.tsx'

/** One request: who asks what, until when, what was decided, and what is to be done now. */
export default function RightsRequestPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getRightsRequest.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <RequestView request={asked.data} /> : <Skeleton active />
}

function RequestView({ request }: { request: ShownRightsRequest }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const { may } = useSession()
  const [dialog, setDialog] = useState<'decide' | 'send'>()
  const mayDecide = may('rights.decide')
  return (
    <Page
      title={texts.rightsOf(names.rightsKinds[request.kind], request.maskedName)} back={{ to: '/rights-requests', label: texts.rights }}
      lead={<>{texts.rightsFacts(request.unitName, request.receivedOn, request.dueOn)} <RightsStatus request={request} /></>}
      actions={mayDecide && (
        <>
          {request.status === 'open' && <Button type="primary" onClick={() => setDialog('decide')}>{texts.decide}</Button>}
          {request.status === 'decided' && <Button type="primary" onClick={() => setDialog('send')}>{texts.send}</Button>}
        </>
      )}
    >
      {request.countsCalendarDays && request.status === 'open' && <Alert type="info" showIcon className="xh-gap" title={texts.calendarDays} />}
      <AskedSheet request={request} />
      {request.status !== 'open' && <ReplySheet request={request} mayDecide={mayDecide} />}
      {dialog === 'decide' && <DecideRightsDialog request={request} onClose={() => setDialog(undefined)} />}
      {dialog === 'send' && <SendReplyDialog request={request} onClose={() => setDialog(undefined)} />}
    </Page>
  )
}

function AskedSheet({ request }: { request: ShownRightsRequest }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const { hidden } = texts
  const asker = names.askers[request.askedBy]
  const who = request.relation === null ? asker : texts.whoOf(asker, names.relationOf(request.relation))
  return (
    <Sheet title={texts.request}>
      <Facts lines={[
        fact(texts.child, <Link to={`/children/${request.childId}`}>{request.maskedName}</Link>),
        fact(texts.asker, `${who} ${request.requesterName ?? hidden}`),
        fact(texts.phone, request.requesterName === null ? hidden : request.phone ?? texts.notLeft),
        fact(texts.relationProof, names.proofs[request.proof]),
        fact(texts.wish, request.wish ?? hidden),
        fact(texts.recordedBy, request.recordedName),
      ]}
      />
    </Sheet>
  )
}

function ReplySheet({ request, mayDecide }: { request: ShownRightsRequest; mayDecide: boolean }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const query = `?id=${request.id}`
  const actions = mayDecide && (
    <>
      {request.mayCopy && <Button icon={<FileWordOutlined aria-hidden />} href={`/api/rights-requests/copy.docx${query}`}>{texts.copyDocx}</Button>}
      {request.mayCopy && <Button icon={<FileExcelOutlined aria-hidden />} href={`/api/rights-requests/copy.xlsx${query}`}>{texts.copyXlsx}</Button>}
      <Button icon={<FileWordOutlined aria-hidden />} href={`/api/rights-requests/reply.docx${query}`}>{texts.replyDocx}</Button>
    </>
  )
  const decided = texts.decidedText(request.result === 'granted' ? texts.granted : texts.refused, request.decidedName ?? '', request.decidedOn ?? '')
  const how = request.sentHow === null ? '' : names.sendings[request.sentHow]
  const sent = request.sentOn === null ? texts.notSent : texts.sentText(request.sentOn, how, request.sentName ?? '')
  return (
    <Sheet title={texts.replyTitle} actions={actions}>
      <NextStep request={request} />
      <Facts lines={[
        fact(texts.decision, decided),
        request.refusalReason !== null && fact(texts.reason, names.refusalReasons[request.refusalReason]),
        fact(texts.reply, request.reply ?? texts.hidden),
        fact(texts.sent, sent),
      ]}
      />
    </Sheet>
  )
}

/** What a yes leads to: the correction or erasure is made where the child's file is. */
function NextStep({ request }: { request: ShownRightsRequest }) {
  const texts = useWords(actWords)
  if (request.result !== 'granted') return null
  const to = `/children/${request.childId}`
  if (request.kind === 'correct') {
    return <Alert type="info" showIcon className="xh-gap" title={<>{texts.correctBefore}<Link to={to}>{texts.correctLink}</Link>{texts.correctAfter}</>} />
  }
  if (request.kind === 'delete') {
    return <Alert type="info" showIcon className="xh-gap" title={<>{texts.deleteBefore}<Link to={to}>{texts.deleteLink}</Link>{texts.deleteAfter}</>} />
  }
  return <Alert type="info" showIcon className="xh-gap" title={request.mayCopy ? texts.copyLead : texts.copyBy(request.decidedName ?? '')} />
}
