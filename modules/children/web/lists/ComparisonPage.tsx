import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, Progress, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { comparedKinds } from '../../contract.ts'
import { client, queries, type ShownCompared, type ShownComparison } from '../api.ts'
import { listWords } from '../words/list-words.ts'
import { CommitList } from './CommitList.tsx'
import { ComparedFields } from './ComparedFields.tsx'
import { DecideMany } from './DecideMany.tsx'
import { Decision } from './Decision.tsx'

/** One list of civil affairs against the register, difference by difference; a job of days that can be left and taken up again. */
export default function ComparisonPage() {
  const { importId = '' } = useParams({ strict: false }) as { importId?: string }
  const asked = useQuery(queries.getComparison.queryOptions({ input: { importId } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ComparisonView list={asked.data} /> : <Skeleton active />
}

function ComparisonView({ list }: { list: ShownComparison }) {
  const texts = useWords(listWords)
  const cache = useQueryClient()
  const [isDecidingMany, setIsDecidingMany] = useState(false)
  const changed = () => cache.invalidateQueries({ queryKey: queries.key() })
  const total = list.counts.reduce((sum, each) => sum + each.total, 0)
  const undecided = list.counts.reduce((sum, each) => sum + each.undecided, 0)
  const isOpen = list.state === 'checked'
  return (
    <Page
      title={texts.title} back={{ to: '/imports', label: texts.back }} lead={texts.lead(list.fileName)}
      actions={isOpen && undecided > 0 && <Button onClick={() => setIsDecidingMany(true)}>{texts.all}</Button>}
    >
      <div className="xh-gap" role="status">
        {isOpen
          ? <Progress percent={total === 0 ? 100 : Math.round(((total - undecided) / total) * 100)} format={() => texts.progress(total - undecided, total)}
              aria-label={texts.progress(total - undecided, total)} />
          : <Alert type="info" showIcon title={texts.states[list.state as keyof typeof texts.states]} />}
      </div>
      <p>{list.counts.filter((each) => each.total > 0).map((each) => `${texts.kinds[each.kind]} ${each.total}`).join(' · ')}</p>
      <RecordList<ShownCompared>
        caption={texts.caption} queryKey={[...queries.listComparedRows.key(), list.importId]} load={(request) => load(request, list.importId)}
        columns={columnsOf(texts, { list, changed })} filters={filtersOf(texts)} empty={{ title: texts.emptyTitle, lead: texts.emptyLead }}
      />
      {isOpen && <CommitList importId={list.importId} undecided={undecided} onChanged={changed} />}
      {isDecidingMany && <DecideMany list={list} onClose={() => setIsDecidingMany(false)} onChanged={changed} />}
    </Page>
  )
}

type Texts = (typeof listWords)['en']
type Shown = { list: ShownComparison; changed: () => Promise<void> }

const columnsOf = (texts: Texts, { list, changed }: Shown): RecordColumn<ShownCompared>[] => [
  {
    key: 'child', title: texts.child, isName: true, render: (row) => (
      <>{row.label}<div className="xh-secondary">{row.rowNumber === null ? texts.notOnList : texts.row(row.rowNumber)}{row.unitName
        && ` · ${row.unitName}`}</div></>),
  },
  { key: 'kind', title: texts.kind, render: (row) => <>{texts.kinds[row.kind]}<div className="xh-secondary">{texts.kindLeads[row.kind]}</div></> },
  { key: 'fields', title: texts.compared, render: (row) => <ComparedFields row={row} /> },
  { key: 'decision', title: texts.decision, render: (row) => <Decision key={`${row.id} ${row.decision ?? ''}`} row={row} list={list} onChanged={changed} /> },
]

const filtersOf = (texts: Texts): RecordFilter[] => [
  { key: 'kind', label: texts.kind, kind: 'choice', options: comparedKinds.map((value) => ({ value, label: texts.kinds[value] })) },
  { key: 'undecided', label: texts.state, kind: 'choice', options: [{ value: 'true', label: texts.onlyUndecided }] },
]

const load = ({ filters, after, limit, signal }: PageRequest, importId: string) => client.listComparedRows(
  { importId, limit, ...filters, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listComparedRows>[0], { signal })
