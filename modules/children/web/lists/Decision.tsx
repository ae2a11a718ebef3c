import { App, Button, Checkbox, Form, Modal } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownCompared, type ShownComparison } from '../api.ts'
import { listWords } from '../words/list-words.ts'
import { ChooseChild } from './ChooseChild.tsx'

type Decided = NonNullable<ShownCompared['decision']>
type Props = { row: ShownCompared; list: ShownComparison; onChanged: () => Promise<void> }

/** What is to happen with one difference: decided by a tap, kept at once, changed as easily. */
export function Decision({ row, list, onChanged }: Props) {
  const texts = useWords(listWords)
  const { message } = App.useApp()
  const [isChanging, setIsChanging] = useState(row.decision === null)
  const [fields, setFields] = useState(row.fields.map(({ field }) => field))
  const [isEnding, setIsEnding] = useState(false)
  const isOpen = list.state === 'checked'
  const decide = async (decision: Decided, endedOn?: string) => {
    await client.decideComparedRows({
      importId: list.importId, ids: [row.id], decision, ...(decision === 'take' && row.kind === 'changed' ? { fields } : {}),
      ...(endedOn === undefined ? {} : { endedOn }) })
      .then(onChanged, (problem: unknown) => message.error(toRefusal(problem).issues?.[0]?.message ?? toRefusal(problem).message))
  }
  if (row.decision !== null && !isChanging) return <Settled row={row} {...(isOpen ? { onChange: () => setIsChanging(true) } : {})} />
  if (!isOpen) return null
  return (
    <>
      {row.kind === 'changed' && (
        <Checkbox.Group value={fields} onChange={setFields} options={row.fields.map(({ field }) => ({ value: field, label: texts.fields[field] }))} />)}
      {row.candidates.length > 0 && row.kind === 'ambiguous' && <ChooseChild row={row} importId={list.importId} onChanged={onChanged} />}
      <div className="xh-actions">
        {row.decisions.map((decision) => (
          <Button
            key={decision} size="small" disabled={decision === 'take' && row.kind === 'changed' && fields.length === 0}
            onClick={() => (decision === 'end' ? setIsEnding(true) : void decide(decision))}
          >{labelOf(texts, row.kind, decision)}</Button>
        ))}
      </div>
      {isEnding && <EndDialog onClose={() => setIsEnding(false)} onEnd={(day) => void decide('end', day)} />}
    </>
  )
}

/** How a decision reads for this kind of difference. */
export function labelOf(texts: (typeof listWords)['en'], kind: ShownCompared['kind'], decision: Decided): string {
  if (decision === 'take' && kind === 'changed') return texts.takeChanged
  if (decision === 'visit' && (kind === 'new' || kind === 'elsewhere')) return texts.visitNew
  if (decision === 'keep' && kind === 'new') return texts.skip
  return decision === 'keep' && (kind === 'elsewhere' || kind === 'ambiguous') ? texts.notMeant : texts.decisions[decision]
}

const outcomeTones = { written: 'good', left: 'attention', undone: 'info', kept: 'attention' } as const

/** What was decided and what came of it. */
function Settled({ row, onChange }: { row: ShownCompared; onChange?: () => void }) {
  const texts = useWords(listWords)
  const { listed } = useWords()
  if (row.decision === null) return null
  const taken = listed(row.takenFields.map((field) => texts.fields[field]))
  const said = labelOf(texts, row.kind, row.decision)
  return (
    <>
      <StatusTag tone="info">{taken === '' ? said : texts.says(said, taken)}{row.endedOn && ` ${row.endedOn}`}</StatusTag>
      {row.outcome !== null && (
        <StatusTag tone={outcomeTones[row.outcome]}>
          {row.why === null ? texts[row.outcome] : texts.says(texts[row.outcome], row.why)}
        </StatusTag>)}
      {row.decidedName && <div className="xh-secondary">{texts.decidedBy(row.decidedName)}</div>}
      {onChange && <Button size="small" onClick={onChange}>{texts.change}</Button>}
    </>
  )
}

/** From which day civil affairs no longer recognises the child. */
export function EndDialog({ onClose, onEnd }: { onClose: () => void; onEnd: (day: string) => void }) {
  const texts = useWords(listWords)
  const [day, setDay] = useState<string>()
  return (
    <Modal
      open title={texts.endTitle} okText={texts.endConfirm} okButtonProps={{ disabled: day === undefined }} onCancel={onClose} destroyOnHidden
      onOk={() => { if (day !== undefined) onEnd(day); onClose() }}
    >
      <p>{texts.endLead}</p>
      <Form.Item label={texts.endedOn} htmlFor="ended-on"><DateField id="ended-on" value={day} onChange={setDay} /></Form.Item>
    </Modal>
  )
}
