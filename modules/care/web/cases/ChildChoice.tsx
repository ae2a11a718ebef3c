import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { ageBandLabel } from '#platform/values/mask.ts'
import { childQueries } from '../api.ts'
import '../care.css'
import { CaseSearch } from '../CaseSearch.tsx'

/** Chooses for which child a case is opened. */
export function ChildChoice({ onChoose }: { onChoose: (childId: string) => void }) {
  const [q, setQ] = useState('')
  const { data } = useQuery({ ...childQueries.searchChildren.queryOptions({ input: { limit: 12, status: 'registered', ...(q ? { q } : {}) } }), gcTime: 0 })
  return (
    <Sheet title="为哪个孩子开案？">
      <CaseSearch label="查找孩子" onSearch={setQ} autoFocus />
      {data === undefined && <Skeleton active title={false} />}
      {data?.items.length === 0 && <Advice title="没有找到" lead="请换个写法再试；还没有建档的孩子请先登记。" />}
      <ul className="care-choices" aria-label={q === '' ? '最近更新的孩子' : '找到的孩子'}>
        {data?.items.map(child => (
          <li key={child.id}>
            <button type="button" className="care-choice" onClick={() => onChoose(child.id)}>
              <strong>{child.maskedName} · {ageBandLabel(child.ageBand)}</strong> {child.unitName}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
