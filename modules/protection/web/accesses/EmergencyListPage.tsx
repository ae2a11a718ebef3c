import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { childClient, childQueries, client, queries, type ShownEmergency } from '../api.ts'
import { useWords } from '#platform/ui/words.ts'
import { askedOf, minuteOf, optionsOf } from '../names.ts'
import { pageWords } from '../words/page-words.ts'

/** Files opened at once because waiting would harm, each to be looked at within a few days. */
export default function EmergencyListPage() {
  const texts = useWords(pageWords)
  const columns: RecordColumn<ShownEmergency>[] = [
    { key: 'who', title: texts.emergency, isName: true, render: (access) => texts.emergencyOf(access.personName, access.askingUnitName, access.maskedName) },
    { key: 'at', title: texts.at, render: (access) => minuteOf(access.openedAt) },
    { key: 'why', title: texts.why, render: (access) => access.explanation },
    { key: 'due', title: texts.lookDue, render: (access) => <>{access.dueOn} {access.isLate && <StatusTag tone="danger">{texts.late}</StatusTag>}</> },
    { key: 'status', title: texts.look, render: (access) => <Look access={access} /> },
  ]
  return (
    <Page title={texts.emergencyTitle} lead={texts.emergencyLead}>
      <RecordList
        caption={texts.emergency} queryKey={queries.listEmergencyAccesses.key()} columns={columns} linkTo={(access) => `/children/${access.childId}`}
        load={(asked) => client.listEmergencyAccesses(askedOf(asked), { signal: asked.signal })}
        filters={[
          { key: 'status', label: texts.look, kind: 'choice', options: optionsOf(texts.lookStates) },
          { key: 'late', label: texts.term, kind: 'choice', options: [{ value: 'true', label: texts.late }, { value: 'false', label: texts.inTime }] },
        ]}
        empty={{ title: texts.noEmergencies, lead: texts.noEmergenciesLead }}
      />
    </Page>
  )
}

function Look({ access }: { access: ShownEmergency }) {
  const texts = useWords(pageWords)
  const cache = useQueryClient()
  const { message } = App.useApp()
  const [isRejecting, setIsRejecting] = useState(false)
  const decide = async (approved: boolean, note?: string) => {
    await childClient.decideAccess({ id: access.id, approved, ...(note === undefined ? {} : { note }) })
    setIsRejecting(false)
    void message.success(approved ? texts.confirmed : texts.stopped)
    await Promise.all([cache.invalidateQueries({ queryKey: queries.key() }), cache.invalidateQueries({ queryKey: childQueries.key() })])
  }
  if (access.status !== 'pending') {
    return (
      <StatusTag tone={access.status === 'approved' ? 'good' : 'neutral'}>{texts.lookedBy(texts.lookStates[access.status],
        access.decidedName ?? '')}</StatusTag>)
  }
  if (access.isOwn) return <StatusTag tone="attention">{texts.lookByOther}</StatusTag>
  const approve = () => void decide(true).catch((problem: unknown) => message.error(toRefusal(problem).message))
  return (
    <div className="xh-actions">
      <Button type="primary" onClick={approve}>{texts.confirm}</Button>
      <Button onClick={() => setIsRejecting(true)}>{texts.stop}</Button>
      <ReasonDialog
        open={isRejecting} title={texts.stopTitle} confirmLabel={texts.stopNow} onConfirm={(note) => decide(false, note)}
        onCancel={() => setIsRejecting(false)}
      />
    </div>
  )
}
