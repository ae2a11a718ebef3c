import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownRequest } from './api.ts'
import { optionsOf, useNames } from './names.ts'
import { registerWords } from './words/register-words.ts'

/** Requests to read full files: to decide, for the responsible person; one's own, for everybody else. */
export default function AccessRequestListPage() {
  const texts = useWords(registerWords)
  const names = useNames()
  const { listed } = useWords()
  const { may } = useSession()
  const columns: RecordColumn<ShownRequest>[] = [
    { key: 'who', title: texts.request, isName: true, render: (request) => texts.requestOf(request.personName, request.askingUnitName, request.maskedName) },
    { key: 'purpose', title: texts.purpose, render: (request) => texts.purposeOf(names.purposes[request.purpose], request.explanation) },
    { key: 'fields', title: texts.content, render: (request) => listed(request.fields.map((field) => names.fields[field])) },
    { key: 'days', title: texts.term, render: (request) => (request.isEmergency ? texts.hours24 : texts.daysOf(request.days)) },
    { key: 'status', title: texts.handling, render: (request) => <Decision request={request} /> },
  ]
  return (
    <Page title={texts.requests} lead={may('access.decide') ? texts.decideLead : texts.ownLead}>
      <RecordList
        caption={texts.requests} queryKey={queries.listAccessRequests.key()} load={load} columns={columns} linkTo={(request) => `/children/${request.childId}`}
        filters={[{ key: 'status', label: texts.status, kind: 'choice', options: optionsOf(names.requestStatuses) }]}
        empty={{ title: texts.noRequests, lead: texts.noRequestsLead }}
      />
    </Page>
  )
}

async function load({ filters, after, limit, signal }: PageRequest) {
  const status = filters['status'] as ShownRequest['status'] | undefined
  return client.listAccessRequests({ limit, ...(status === undefined ? {} : { status }), ...(after === undefined ? {} : { after }) }, { signal })
}

function Decision({ request }: { request: ShownRequest }) {
  const texts = useWords(registerWords)
  const { requestStatuses } = useNames()
  const { may } = useSession()
  const cache = useQueryClient()
  const { message } = App.useApp()
  const [isRejecting, setIsRejecting] = useState(false)
  const decide = async (approved: boolean, note?: string) => {
    await client.decideAccess({ id: request.id, approved, ...(note === undefined ? {} : { note }) })
    setIsRejecting(false)
    void message.success(approved ? texts.approved : request.isEmergency ? texts.ended : texts.notApproved)
    await cache.invalidateQueries({ queryKey: queries.key() })
  }
  const approve = () => void decide(true).catch((problem: unknown) => message.error(toRefusal(problem).message))
  if (request.status !== 'pending') {
    return (
      <>
        <StatusTag tone={request.status === 'approved' ? 'good' : 'neutral'}>{requestStatuses[request.status]}</StatusTag>
        <span className="xh-secondary"> {request.decidedName} {request.decisionNote}</span>
      </>
    )
  }
  if (!may('access.decide') || request.isOwn) return <StatusTag tone="attention">{requestStatuses.pending}</StatusTag>
  return (
    <div className="xh-actions">
      {request.isEmergency && <StatusTag tone="danger">{texts.urgent}</StatusTag>}
      <Button type="primary" onClick={approve}>{request.isEmergency ? texts.approveUrgent : texts.approve}</Button>
      <Button onClick={() => setIsRejecting(true)}>{request.isEmergency ? texts.rejectUrgent : texts.reject}</Button>
      <ReasonDialog
        open={isRejecting} title={request.isEmergency ? texts.endTitle : texts.rejectTitle} onCancel={() => setIsRejecting(false)}
        confirmLabel={request.isEmergency ? texts.rejectUrgent : texts.reject} onConfirm={(note) => decide(false, note)}
      >
        <p>{request.isEmergency ? texts.endLead : texts.rejectLead}</p>
      </ReasonDialog>
    </div>
  )
}
