import { Alert, Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog } from '../pieces/dialogs.tsx'
import { useWords } from '../words.ts'
import type { ImportOutcome, ImportUndone } from './import-wizard.ts'

type OutcomeStepProps = { outcome: ImportOutcome; onUndo: () => Promise<ImportUndone>; onAgain: () => void }

/** What was written, and the way back. */
export function OutcomeStep({ outcome, onUndo, onAgain }: OutcomeStepProps) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const [undone, setUndone] = useState<ImportUndone>()
  const undo = async () => {
    setUndone(await onUndo())
    setAsking(false)
  }
  return (
    <>
      <div role="status">
        <Alert
          type="success"
          showIcon
          title={undone ? words.importUndone(undone.undone) : words.importDone(outcome.created, outcome.updated)}
        />
      </div>
      {undone && undone.left.length > 0 && (
        <>
          <p>{words.importLeft}</p>
          <ul>
            {undone.left.map(record => (
              <li key={record.label}>
                {words.labelled(record.label, record.reason)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="xh-form-foot">
        <Button type="primary" onClick={onAgain}>
          {words.importAgain}
        </Button>
        {outcome.canUndo && !undone && <Button onClick={() => setAsking(true)}>{words.importUndo}</Button>}
      </div>
      <ConfirmDialog
        open={asking}
        title={words.importUndo}
        confirmLabel={words.importUndo}
        isDangerous
        onConfirm={undo}
        onCancel={() => setAsking(false)}
      >
        <p>{words.importUndoLead}</p>
      </ConfirmDialog>
    </>
  )
}
