import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { queries, type ShownCase } from '../api.ts'
import { CaseSearch } from '../CaseSearch.tsx'
import { DueTag } from '../DueTag.tsx'
import { careWords } from '../words.ts'
import { visitWords } from './words.ts'

/** How many are offered before somebody searches: those due first. */
const offered = 12

/** Chooses whose visit it was: those due are offered at once, everybody else is found by name. */
export function CaseChoice({ onChoose }: { onChoose: (caseId: string) => void }) {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const [q, setQ] = useState('')
  const due = useQuery(queries.listOverdue.queryOptions({ input: { dueBy: addDays(chinaToday(), 365), limit: offered } }))
  const found = useQuery({ ...queries.searchCases.queryOptions({ input: { q, limit: offered } }), enabled: q !== '', gcTime: 0 })
  const { data } = q === '' ? due : found
  return (
    <Sheet title={words.whichChild}>
      <CaseSearch label={care.findChild} onSearch={setQ} autoFocus />
      {data === undefined && <Skeleton active title={false} />}
      {data?.items.length === 0 && (
        <Advice
          title={q === '' ? words.noCase : care.notFound}
          lead={q === '' ? words.noCaseLead : words.notFoundLead}
        />
      )}
      <ul className="care-choices" aria-label={q === '' ? words.dueFirst : words.found}>
        {data?.items.map(of => <li key={of.id}><Choice of={of} onChoose={onChoose} /></li>)}
      </ul>
    </Sheet>
  )
}

function Choice({ of, onChoose }: { of: ShownCase; onChoose: (caseId: string) => void }) {
  const { childSaid } = useWords(careWords)
  return (
    <button type="button" className="care-choice" onClick={() => onChoose(of.id)}>
      <span><strong>{childSaid(of.childLabel)}</strong> {of.unitName}</span>
      <DueTag of={of} />
    </button>
  )
}
