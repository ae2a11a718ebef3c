import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../words.ts'
import type { Difference, Side } from './versions.ts'
import { textOf } from '#platform/values/text.ts'

export type ConflictDialogProps = {
  differences: readonly Difference[]
  labels: Partial<Record<string, string>>
  /** How a field's value reads for people; what it does not know reads as it is. */
  showValue?: ((field: string, value: unknown) => string | undefined) | undefined
  onResolve: (choice: Record<string, Side>) => void
  onCancel: () => void
}

/** Two people saved the same record: both values side by side, and either may be kept. */
export function ConflictDialog({ differences, labels, showValue, onResolve, onCancel }: ConflictDialogProps) {
  const words = useWords()
  const [choice, setChoice] = useState(() => suggestedChoice(differences))
  const isComplete = differences.every(difference => choice[difference.field] !== undefined)
  const describe = (field: string, value: unknown) => (showValue?.(field, value) ?? textOf(value)) || words.staleEmpty
  return (
    <Modal
      open title={words.staleTitle} okText={words.staleSave} cancelText={words.cancel} onCancel={onCancel} onOk={() => onResolve(choice)}
      okButtonProps={{ disabled: !isComplete }}
    >
      <p>{words.staleLead}</p>
      {differences.map(({ field, mine, theirs }) => (
        <fieldset key={field} className="xh-conflict">
          <legend>{labels[field] ?? field}</legend>
          <Radio.Group value={choice[field]} onChange={event => setChoice({ ...choice, [field]: event.target.value as Side })}>
            <Radio value="mine"><span className="xh-side-name">{words.staleMine}</span>{describe(field, mine)}</Radio>
            <Radio value="theirs"><span className="xh-side-name">{words.staleTheirs}</span>{describe(field, theirs)}</Radio>
          </Radio.Group>
        </fieldset>
      ))}
      {!isComplete && <p className="xh-secondary" role="status">{words.staleChoose}</p>}
    </Modal>
  )
}

function suggestedChoice(differences: readonly Difference[]): Record<string, Side> {
  return Object.fromEntries(differences.flatMap(({ field, suggested }) => (suggested ? [[field, suggested]] : [])))
}
