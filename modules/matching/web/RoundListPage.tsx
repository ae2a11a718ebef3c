import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownRound, useChanged } from './api.ts'
import { RoundStatus } from './RoundStatus.tsx'
import { words } from './words.ts'

const columnsOf = (texts: (typeof words)['en']): RecordColumn<ShownRound>[] => [
  { key: 'unit', title: texts.unit, isName: true, render: round => round.unitName },
  { key: 'at', title: texts.at, render: round => texts.moment(round.requestedAt) },
  { key: 'person', title: texts.person, isWideOnly: true, render: round => round.requestedName },
  { key: 'children', title: texts.waiting, align: 'right', render: round => round.childCount ?? '' },
  { key: 'proposed', title: texts.proposed, align: 'right', render: round => (round.proposedCount === null ? '' : texts.pairs(round.proposedCount)) },
  { key: 'unserved', title: texts.unserved, align: 'right', render: round => round.unservedCount ?? '' },
  { key: 'status', title: texts.status, render: round => <RoundStatus status={round.status} /> },
]

/** Rounds of matching; a new one looks at every child of the unit and below who has nobody. */
export default function RoundListPage() {
  const texts = useWords(words)
  const [asking, setAsking] = useState(false)
  const { unit } = useSession()
  const navigate = useNavigate()
  const changed = useChanged()
  const start = async () => {
    const { id } = await client.requestRound({})
    await changed()
    await navigate({ to: `/matching/${id}` as string })
  }
  return (
    <Page
      title={texts.matching} lead={texts.lead}
      actions={(
        <>
          <Link to={'/no-go-pairs' as string}><Button tabIndex={-1}>{texts.noGoList}</Button></Link>
          <Button type="primary" onClick={() => setAsking(true)}>{texts.start}</Button>
        </>
      )}
    >
      <RecordList<ShownRound>
        caption={texts.rounds} queryKey={queries.listRounds.key()} load={load} columns={columnsOf(texts)} linkTo={round => `/matching/${round.id}`}
        empty={{ title: texts.noRounds, lead: texts.noRoundsLead }}
      />
      <ConfirmDialog open={asking} title={texts.startTitle} confirmLabel={texts.start} onCancel={() => setAsking(false)} onConfirm={start}>
        <Alert type="info" showIcon title={texts.startLead(unit.name)} />
      </ConfirmDialog>
    </Page>
  )
}

const load = ({ filters, after, limit, signal }: PageRequest) =>
  client.listRounds({ ...filters, limit, ...(after === undefined ? {} : { after }) }, { signal })
