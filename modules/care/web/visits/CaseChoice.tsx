import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { addDays } from '#platform/values/local-date.ts'
import { chinaToday, queries, type ShownCase } from '../api.ts'
import { CaseSearch } from '../CaseSearch.tsx'
import { DueTag } from '../DueTag.tsx'

/** How many are offered before somebody searches: those due first. */
const offered = 12

/** Chooses whose visit it was: those due are offered at once, everybody else is found by name. */
export function CaseChoice({ onChoose }: { onChoose: (caseId: string) => void }) {
  const [q, setQ] = useState('')
  const due = useQuery(queries.listOverdue.queryOptions({ input: { dueBy: addDays(chinaToday(), 365), limit: offered } }))
  const found = useQuery({ ...queries.searchCases.queryOptions({ input: { q, limit: offered } }), enabled: q !== '', gcTime: 0 })
  const { data } = q === '' ? due : found
  return (
    <Sheet title="走访了哪个孩子？">
      <CaseSearch label="查找孩子" onSearch={setQ} autoFocus />
      {data === undefined && <Skeleton active title={false} />}
      {data?.items.length === 0 && (
        <Advice
          title={q === '' ? '没有可以记录的个案' : '没有找到'}
          lead={q === '' ? '先在“帮扶个案”里开案，再记录走访。' : '请换个写法再试；没有开案的孩子请先开案。'}
        />
      )}
      <ul className="care-choices" aria-label={q === '' ? '最近应走访的' : '找到的'}>
        {data?.items.map(of => <li key={of.id}><Choice of={of} onChoose={onChoose} /></li>)}
      </ul>
    </Sheet>
  )
}

function Choice({ of, onChoose }: { of: ShownCase; onChoose: (caseId: string) => void }) {
  return (
    <button type="button" className="care-choice" onClick={() => onChoose(of.id)}>
      <span><strong>{of.childLabel}</strong> {of.unitName}</span>
      <DueTag of={of} />
    </button>
  )
}
