import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, useChanged, type ShownBody, type ShownMember } from '../api.ts'
import { MeetingDialog } from './dialogs.tsx'
import { boardWords } from './words.ts'

/** Meetings of the board, the latest first. */
export function MeetingSheet({ body, members, mayWrite }: { body: ShownBody; members: readonly ShownMember[]; mayWrite: boolean }) {
  const own = useWords(boardWords)
  const changed = useChanged()
  const [isOpen, setIsOpen] = useState(false)
  const asked = useQuery(queries.listMeetings.queryOptions({ input: { bookId: body.id } }))
  const items = asked.data?.items ?? []
  const close = () => setIsOpen(false)
  return (
    <Sheet title={own.meetings} actions={mayWrite && members.length > 0 && <Button onClick={() => setIsOpen(true)}>{own.record}</Button>}>
      {items.length === 0 && <p className="xh-secondary">{own.noMeetings}</p>}
      <ul className="xh-cards">
        {items.map(meeting => (
          <li key={meeting.id}>
            <div className="xh-card-name"><Link className="xh-row-link" to={`/board/meetings/${meeting.id}`}>{meeting.title}</Link></div>
            <p>
              <StatusTag tone={meeting.status === 'open' ? 'attention' : 'good'}>{own.status[meeting.status]}</StatusTag> {meeting.heldOn} · {meeting.place}
            </p>
            <p className="xh-secondary">{own.counts(meeting.presentCount, meeting.resolutionCount)}</p>
          </li>
        ))}
      </ul>
      {isOpen && <MeetingDialog bookId={body.id} members={members} onClose={close} onDone={async () => { close(); await changed() }} />}
    </Sheet>
  )
}
