import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { queries } from './api.ts'

const kinds = { count: '计数', sum: '合计', ratio: '比率' }
const timings = { flow: '时段内发生', stock: '期末存量' }

/** The dictionary: what each figure counts, from which records, and where the word is used. */
export default function IndicatorListPage() {
  const [words, setWords] = useState('')
  const found = useQuery(queries.listIndicators.queryOptions())
  if (found.isError) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  const items = found.data?.items.filter(item => `${item.name}${item.code}${item.definition}`.includes(words))
  return (
    <Page title="指标字典" lead="每个数字怎样统计，只在这里规定一次：数字和它背后的记录出自同一条规定。" back={{ to: '/figures', label: '统计数字' }}>
      <Sheet>
        <Input allowClear aria-label="查找指标" placeholder="名称、口径或代码" value={words} onChange={event => setWords(event.target.value)} />
        {items === undefined && <Skeleton active />}
        {items?.length === 0 && <Advice title="没有这样的指标" lead="换几个字再找。" />}
        <ul className="xh-cards">
          {items?.map(item => (
            <li key={item.id}>
              <div className="xh-card-name"><Link className="xh-row-link" to={`/figures/${item.code}`}>{item.name}（{item.unit}）</Link></div>
              <p>{item.definition}</p>
              <dl>
                <Entry term="统计方法">{kinds[item.kind]}{item.counting === 'subjects' ? '，一人只计一次' : ''}，{timings[item.timing]}</Entry>
                {item.kind === 'ratio' && <Entry term="算式">{item.numeratorCode} ÷ {item.denominatorCode} × {item.scale}</Entry>}
                <Entry term="来自">{item.source}</Entry>
                <Entry term="用词出处">{item.wordSource}</Entry>
                <Entry term="代码和版本">{item.code}，第{item.version}版{item.validUntil === null ? '' : `，用到${item.validUntil}`}</Entry>
              </dl>
            </li>
          ))}
        </ul>
      </Sheet>
    </Page>
  )
}

function Entry({ term, children }: { term: string; children: React.ReactNode }) {
  return <div><dt>{term}</dt><dd>{children}</dd></div>
}
