import { App, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { useWords } from '#platform/ui/words.ts'
import { decisionsOf } from '../../rules/lists/compare-listed.ts'
import { client, type ShownCompared, type ShownComparison } from '../api.ts'
import { listWords } from '../words/list-words.ts'
import { labelOf } from './Decision.tsx'

type Kind = ShownCompared['kind']
type Decided = NonNullable<ShownCompared['decision']>

/** All undecided differences of one kind at once, after it was said how many there are. */
export function DecideMany({ list, onClose, onChanged }: { list: ShownComparison; onClose: () => void; onChanged: () => Promise<void> }) {
  const texts = useWords(listWords)
  const { message } = App.useApp()
  const [kind, setKind] = useState<Kind>()
  const [decision, setDecision] = useState<Decided>()
  const [endedOn, setEndedOn] = useState<string>()
  const isReady = kind !== undefined && decision !== undefined && (decision !== 'end' || endedOn !== undefined)
  const decide = async () => {
    if (kind === undefined || decision === undefined) return
    try {
      const { decided } = await client.decideComparedRows({ importId: list.importId, kind, decision, ...(endedOn === undefined ? {} : { endedOn }) })
      void message.success(texts.allDone(decided))
      await onChanged()
      onClose()
    } catch (problem) {
      void message.error(toRefusal(problem).issues?.[0]?.message ?? toRefusal(problem).message)
    }
  }
  const waiting = list.counts.filter(({ undecided }) => undecided > 0)
  return (
    <Modal open title={texts.allTitle} okText={texts.allConfirm} okButtonProps={{ disabled: !isReady }} onOk={() => void decide()}
      onCancel={onClose} destroyOnHidden>
      <p>{texts.allLead}</p>
      <Form layout="vertical">
        <Form.Item label={texts.allKind} htmlFor="many-kind">
          <Select
            id="many-kind" {...(kind === undefined ? {} : { value: kind })} placeholder={texts.pick}
              onChange={(next: Kind) => { setKind(next); setDecision(undefined) }}
            options={waiting.map(({ kind: value, undecided }) => ({ value, label: texts.withCount(texts.kinds[value], undecided) }))}
          />
        </Form.Item>
        <Form.Item label={texts.allDecision} htmlFor="many-decision">
          <Select
            id="many-decision" {...(decision === undefined ? {} : { value: decision })} placeholder={texts.pick} disabled={kind === undefined}
              onChange={setDecision}
            options={kind === undefined ? [] : decisionsOf[kind].map((value) => ({ value, label: labelOf(texts, kind, value) }))}
          />
        </Form.Item>
        {decision === 'end' && <Form.Item label={texts.endedOn} htmlFor="many-ended-on"><DateField id="many-ended-on" value={endedOn}
          onChange={setEndedOn} /></Form.Item>}
      </Form>
    </Modal>
  )
}
