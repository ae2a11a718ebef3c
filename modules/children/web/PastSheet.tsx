import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { factRules } from '../rules/fact-kinds.ts'
import { subjectNames } from '../rules/words.ts'
import { queries, type ShownPast } from './api.ts'
import { evidenceNames } from './names.ts'
import { TypeLine } from './TypeSheet.tsx'

/** Types, facts and reasons as of any past day that is chosen. */
export function PastSheet({ childId }: { childId: string }) {
  const [typed, setTyped] = useState<string>()
  const [day, setDay] = useState<string>()
  return (
    <Sheet title="某一天的情况">
      <form className="xh-actions" onSubmit={(event) => { event.preventDefault(); setDay(typed) }}>
        <label htmlFor="past-day">日期</label>
        <DateField id="past-day" value={typed} onChange={setTyped} />
        <Button htmlType="submit" disabled={typed === undefined}>查看这一天</Button>
        {day !== undefined && <Button onClick={() => setDay(undefined)}>收起</Button>}
      </form>
      {day !== undefined && <PastDay childId={childId} day={day} />}
    </Sheet>
  )
}

function PastDay({ childId, day }: { childId: string; day: string }) {
  const asked = useQuery(queries.getPastChild.queryOptions({ input: { id: childId, day }, retry: false }))
  if (asked.isError) {
    const refused = toRefusal(asked.error)
    return <Alert role="alert" type="error" showIcon className="xh-gap" title={refused.issues?.[0]?.message ?? refused.message} />
  }
  return asked.data === undefined ? <Skeleton active /> : <PastView past={asked.data} />
}

function PastView({ past }: { past: ShownPast }) {
  return (
    <section aria-label={`${past.day} 的情况`} aria-live="polite">
      <h3>{past.day} 的平台推算</h3>
      {past.types.length === 0 && <p className="xh-secondary">那一天没有符合的类型。</p>}
      <ul className="xh-plain">{past.types.map((derived) => <TypeLine key={derived.type} derived={derived} />)}</ul>
      <h3>{past.day} 的情况</h3>
      {past.facts.length === 0 && <p className="xh-secondary">没有那一天的情况记录。</p>}
      <ul className="xh-plain">{past.facts.map((fact) => <PastFact key={fact.id} fact={fact} />)}</ul>
      <p className="xh-secondary">按现在所掌握的情况推算；当时尚未记录、事后补记的已注明。</p>
    </section>
  )
}

function PastFact({ fact }: { fact: ShownPast['facts'][number] }) {
  const value = fact.value === null ? '（敏感内容，须有查阅许可）' : (factRules[fact.kind].values[fact.value] ?? fact.value)
  return (
    <li>
      <strong>{subjectNames[fact.subject]}</strong>　{factRules[fact.kind].name}：{value}
      <span className="xh-secondary">　{fact.fromOn} 起{fact.untilOn === null ? '' : `，至 ${fact.untilOn}`}，依据：{evidenceNames[fact.evidence]}
        {fact.isLater ? '（事后补记）' : ''}</span>
    </li>
  )
}
