import { App, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { factRules } from '../rules/fact-kinds.ts'
import { subjectNames } from '../rules/words.ts'
import { client, type ShownCard, useChanged } from './api.ts'
import { EndFactDialog } from './dialogs/EndFactDialog.tsx'
import { FactDialog } from './dialogs/FactDialog.tsx'
import { evidenceNames } from './names.ts'

type Fact = ShownCard['facts'][number]

/** The dated facts, newest first; each can be ended when it is over, or voided when it was a mistake. */
export function FactSheet({ child, mayChange }: { child: ShownCard; mayChange: boolean }) {
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Sheet title="所记情况" actions={mayChange && <Button onClick={() => setIsAdding(true)}>记录情况</Button>}>
      {child.facts.length === 0 && <p className="xh-secondary">还没有记录情况。父母、家庭、就学等情况记下后，平台自动推算类型。</p>}
      <ul className="xh-plain">
        {child.facts.map((fact) => <FactLine key={fact.id} childId={child.id} fact={fact} mayChange={mayChange} />)}
      </ul>
      {isAdding && <FactDialog childId={child.id} onClose={() => setIsAdding(false)} />}
    </Sheet>
  )
}

function FactLine({ childId, fact, mayChange }: { childId: string; fact: Fact; mayChange: boolean }) {
  const [act, setAct] = useState<'end' | 'void'>()
  const { message } = App.useApp()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const voidIt = async (reason: string) => {
    await client.voidFact({ id: childId, factId: fact.id, reason }).catch((problem: unknown) => Promise.reject(toRefusal(problem)))
    close()
    void message.success('已作废，类型已重新推算。')
    await changed()
  }
  const value = fact.value === null ? '（敏感内容，须有查阅许可）' : factRules[fact.kind].values[fact.value] ?? fact.value
  return (
    <li className="xh-gap">
      <strong>{subjectNames[fact.subject]}</strong>　{factRules[fact.kind].name}：{value}
      <div className="xh-secondary">
        {fact.fromOn} 起{fact.untilOn === null ? '' : `，至 ${fact.untilOn}`}，依据：{evidenceNames[fact.evidence]}{' '}
        {fact.untilOn === null ? <StatusTag tone="info">延续中</StatusTag> : <StatusTag tone="neutral">已结束</StatusTag>}
      </div>
      {mayChange && (
        <div className="xh-actions">
          {fact.untilOn === null && <Button size="small" onClick={() => setAct('end')}>已经结束</Button>}
          <Button size="small" onClick={() => setAct('void')}>记错了，作废</Button>
        </div>
      )}
      {act === 'end' && <EndFactDialog childId={childId} fact={fact} onClose={close} />}
      <ReasonDialog open={act === 'void'} title="作废这条情况？" confirmLabel="作废" isDangerous onConfirm={voidIt} onCancel={close}>
        <p>作废后按从未记过重新推算类型；历史仍可查。</p>
      </ReasonDialog>
    </li>
  )
}
