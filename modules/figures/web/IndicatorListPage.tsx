import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { indicatorWords } from './report-words.ts'
import { words } from './words.ts'

/** The dictionary: what each figure counts, from which records, and where the word is used. */
export default function IndicatorListPage() {
  const texts = useWords(indicatorWords)
  const { figures, find, noneTitle, unitText } = useWords(words)
  const { aside, joined } = useWords()
  const [sought, setSought] = useState('')
  const found = useQuery(queries.listIndicators.queryOptions())
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  const items = found.data?.items.filter(item => `${item.name}${item.code}${item.definition}`.includes(sought))
  return (
    <Page title={texts.indicators} lead={texts.lead} back={{ to: '/figures', label: figures }}>
      <Sheet>
        <Input allowClear aria-label={find} placeholder={texts.findHint} value={sought} onChange={event => setSought(event.target.value)} />
        {items === undefined && <Skeleton active />}
        {items?.length === 0 && <Advice title={noneTitle} lead={texts.noneLead} />}
        <ul className="xh-cards">
          {items?.map(item => (
            <li key={item.id}>
              <div className="xh-card-name"><Link className="xh-row-link" to={`/figures/${item.code}`}>{item.name}{aside(unitText(item.unit))}</Link></div>
              <p>{item.definition}</p>
              <dl>
                <Entry term={texts.method}>
                  {joined([texts.kinds[item.kind], ...(item.counting === 'subjects' ? [texts.oncePerPerson] : []), texts.timings[item.timing]])}
                </Entry>
                {item.kind === 'ratio' && <Entry term={texts.formula}>{item.numeratorCode} ÷ {item.denominatorCode} × {item.scale}</Entry>}
                <Entry term={texts.source}>{item.source}</Entry>
                <Entry term={texts.wordSource}>{item.wordSource}</Entry>
                <Entry term={texts.codeAndVersion}>
                  {joined([item.code, texts.version(item.version), ...(item.validUntil === null ? [] : [texts.usedUntil(item.validUntil)])])}
                </Entry>
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
