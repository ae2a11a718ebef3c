import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { caseWords } from './words.ts'

/** Whether notes go along with a transfer, and what is closed since the last one: decided by an office. */
export function NotesSheet({ of }: { of: OpenedCase }) {
  const words = useWords(caseWords)
  const [act, setAct] = useState<'hand-over' | 'keep' | 'open'>()
  const { may } = useSession()
  const changed = useChanged()
  const { areHandedOver, closedUntilOn, mayOpen } = of.notes
  const mayDecide = may('note.hand-over') && of.status === 'open'
  if (!mayDecide && closedUntilOn === null) return null
  const done = async (work: Promise<unknown>) => { await work; setAct(undefined); await changed() }
  const named = { id: of.id, version: of.version }
  const decide = areHandedOver
    ? <Button onClick={() => setAct('keep')}>{words.notesKeep}</Button> : <Button onClick={() => setAct('hand-over')}>{words.notesHandOver}</Button>
  return (
    <Sheet title={words.notes} actions={mayDecide && decide}>
      {closedUntilOn !== null && <Alert type="info" showIcon className="xh-gap" title={words.notesClosed(closedUntilOn)} />}
      {mayDecide && <p>{areHandedOver ? words.notesGo : words.notesStay}</p>}
      {mayOpen && (
        <Alert type="info" showIcon title={words.notesOpenHint} action={<Button onClick={() => setAct('open')}>{words.notesOpen}</Button>} />
      )}
      <ConfirmDialog
        open={act === 'hand-over'} title={words.notesGoTitle} confirmLabel={words.notesHandOver} onCancel={() => setAct(undefined)}
        onConfirm={() => done(client.handOverNotes({ ...named, mayRead: true }))}
      >
        {words.notesGoLead}
      </ConfirmDialog>
      <ConfirmDialog
        open={act === 'keep'} title={words.notesStayTitle} confirmLabel={words.notesKeep} onCancel={() => setAct(undefined)}
        onConfirm={() => done(client.handOverNotes({ ...named, mayRead: false }))}
      >
        {words.notesStayLead}
      </ConfirmDialog>
      <ConfirmDialog
        open={act === 'open'} title={words.notesOpenTitle} confirmLabel={words.notesOpen} onCancel={() => setAct(undefined)}
        onConfirm={() => done(client.openEarlierNotes(named))}
      >
        {words.notesOpenLead}
      </ConfirmDialog>
    </Sheet>
  )
}
