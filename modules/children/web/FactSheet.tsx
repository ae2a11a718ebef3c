import { App, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownCard, useChanged } from './api.ts'
import { EndFactDialog } from './dialogs/EndFactDialog.tsx'
import { FactDialog } from './dialogs/FactDialog.tsx'
import { useNames } from './names.ts'
import { fileWords } from './words/file-words.ts'

type Fact = ShownCard['facts'][number]

/** The dated facts, newest first; each can be ended when it is over, or voided when it was a mistake. */
export function FactSheet({ child, mayChange }: { child: ShownCard; mayChange: boolean }) {
  const texts = useWords(fileWords)
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Sheet title={texts.facts} actions={mayChange && <Button onClick={() => setIsAdding(true)}>{texts.recordFact}</Button>}>
      {child.facts.length === 0 && <p className="xh-secondary">{texts.noFacts}</p>}
      <ul className="xh-plain">
        {child.facts.map((fact) => <FactLine key={fact.id} childId={child.id} fact={fact} mayChange={mayChange} />)}
      </ul>
      {isAdding && <FactDialog childId={child.id} onClose={() => setIsAdding(false)} />}
    </Sheet>
  )
}

function FactLine({ childId, fact, mayChange }: { childId: string; fact: Fact; mayChange: boolean }) {
  const texts = useWords(fileWords)
  const names = useNames()
  const [act, setAct] = useState<'end' | 'void'>()
  const { message } = App.useApp()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const voidIt = async (reason: string) => {
    await client.voidFact({ id: childId, factId: fact.id, reason }).catch((problem: unknown) => Promise.reject(toRefusal(problem)))
    close()
    void message.success(texts.voided)
    await changed()
  }
  const value = fact.value === null ? texts.sensitive : names.values[fact.kind][fact.value] ?? fact.value
  return (
    <li className="xh-gap">
      <strong>{names.subjects[fact.subject]}</strong>{' '}{texts.factLine(names.kinds[fact.kind], value)}
      <div className="xh-secondary">
        {texts.span(fact.fromOn, fact.untilOn)}{texts.evidence(names.evidences[fact.evidence])}{' '}
        {fact.untilOn === null ? <StatusTag tone="info">{texts.goesOn}</StatusTag> : <StatusTag tone="neutral">{texts.ended}</StatusTag>}
      </div>
      {mayChange && (
        <div className="xh-actions">
          {fact.untilOn === null && <Button size="small" onClick={() => setAct('end')}>{texts.endIt}</Button>}
          <Button size="small" onClick={() => setAct('void')}>{texts.voidIt}</Button>
        </div>
      )}
      {act === 'end' && <EndFactDialog childId={childId} fact={fact} onClose={close} />}
      <ReasonDialog open={act === 'void'} title={texts.voidTitle} confirmLabel={texts.void} isDangerous onConfirm={voidIt} onCancel={close}>
        <p>{texts.voidLead}</p>
      </ReasonDialog>
    </li>
  )
}
