import { App, Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { Slot } from '#platform/ui/slots.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownCard, useChanged } from '../api.ts'
import { childWords } from '../words/child-words.ts'

/** Other records of this child with what stands under them, and the way to part them again. */
export function MergedSheet({ child }: { child: ShownCard }) {
  const texts = useWords(childWords)
  return (
    <>
      <Sheet title={texts.mergedTitle}>
        <ul className="xh-plain">{child.merged.map((record) => <MergedLine key={record.id} record={record} />)}</ul>
      </Sheet>
      {child.merged.map(({ id, unitName, registeredOn }) => (
        <details key={id} className="xh-gap">
          <summary>{texts.mergedRecords(unitName, registeredOn)}</summary>
          <Slot name="child-page.cases" props={{ childId: id }} />
        </details>
      ))}
    </>
  )
}

function MergedLine({ record }: { record: ShownCard['merged'][number] }) {
  const texts = useWords(childWords)
  const { may } = useSession()
  const { message } = App.useApp()
  const changed = useChanged()
  const [isAsking, setIsAsking] = useState(false)
  const undo = async (reason: string) => {
    await client.undoMerge({ id: record.mergeId, reason })
    setIsAsking(false)
    void message.success(texts.undone)
    await changed()
  }
  return (
    <li className="xh-gap">
      <strong>{texts.mergedLine(record.unitName, record.registeredOn)}</strong>
      <div className="xh-secondary">{texts.mergedBy(record.mergedName, record.mergedOn, record.reason)}</div>
      {may('child.merge') && <Button size="small" onClick={() => setIsAsking(true)}>{texts.undoMerge}</Button>}
      <ReasonDialog open={isAsking} title={texts.undoTitle} confirmLabel={texts.undoMerge} isDangerous onConfirm={undo} onCancel={() => setIsAsking(false)}>
        <p>{texts.undoLead}</p>
      </ReasonDialog>
    </li>
  )
}
