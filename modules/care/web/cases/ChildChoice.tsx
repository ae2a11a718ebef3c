import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { childQueries } from '../api.ts'
import '../care.css'
import { CaseSearch } from '../CaseSearch.tsx'
import { careWords } from '../words.ts'
import { caseWords } from './words.ts'

/** Chooses for which child a case is opened. */
export function ChildChoice({ onChoose }: { onChoose: (childId: string) => void }) {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const [q, setQ] = useState('')
  const { data } = useQuery({ ...childQueries.searchChildren.queryOptions({ input: { limit: 12, status: 'registered', ...(q ? { q } : {}) } }), gcTime: 0 })
  return (
    <Sheet title={words.forWhom}>
      <CaseSearch label={care.findChild} onSearch={setQ} autoFocus />
      {data === undefined && <Skeleton active title={false} />}
      {data?.items.length === 0 && <Advice title={care.notFound} lead={words.notFoundLead} />}
      <ul className="care-choices" aria-label={q === '' ? words.recentChildren : words.foundChildren}>
        {data?.items.map(child => (
          <li key={child.id}>
            <button type="button" className="care-choice" onClick={() => onChoose(child.id)}>
              <strong>{care.childSaid(`${child.maskedName} · ${ageBandLabel(child.ageBand)}`)}</strong> {child.unitName}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
