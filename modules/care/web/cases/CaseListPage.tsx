import { FolderAddOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownCase } from '../api.ts'
import { CaseSearch } from '../CaseSearch.tsx'
import { DueTag } from '../DueTag.tsx'
import { optionsOf } from '../names.ts'
import { RiskTag } from '../RiskTag.tsx'
import { careWords, type CareWords } from '../words.ts'
import { caseWords } from './words.ts'

/** Columns of a case, shared by the list and the worklist. */
export const caseColumns = (care: CareWords): RecordColumn<ShownCase>[] => [
  { key: 'child', title: care.child, isName: true, render: of => care.childSaid(of.childLabel) },
  { key: 'unit', title: care.unit, render: of => of.unitName },
  { key: 'colour', title: care.risk, render: of => <RiskTag colour={of.colour} /> },
  { key: 'due', title: care.nextVisit, render: of => <DueTag of={of} /> },
  { key: 'last', title: care.lastVisit, isWideOnly: true, render: of => of.lastMadeOn ?? care.notYet },
  { key: 'volunteers', title: care.mentors, render: of => of.volunteers.map(({ name }) => name).join(care.and) || care.unpaired },
]

const filtersOf = (words: (typeof caseWords)['zh-CN'], care: CareWords): RecordFilter[] => [
  { key: 'status', label: care.status, kind: 'choice', options: optionsOf(care.caseStates) },
  { key: 'colour', label: care.risk, kind: 'choice', options: optionsOf(care.colourChoices) },
  { key: 'overdue', label: words.visitFilter, kind: 'choice', options: optionsOf({ true: words.overdue, false: words.notOverdue }) },
  { key: 'inVain', label: words.inVain, kind: 'choice', options: optionsOf({ true: words.twiceInVain }) },
  { key: 'overrideWaiting', label: words.overrideFilter, kind: 'choice', options: optionsOf({ true: words.overrideWaiting }) },
]

/** Every case of the range; a volunteer sees those of own pairings. */
export default function CaseListPage() {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const [q, setQ] = useState('')
  const { may } = useSession()
  return (
    <Page
      title={care.cases} lead={words.leadList}
      actions={may('case.open') && (
        <Link to="/cases/open"><Button type="primary" icon={<FolderAddOutlined aria-hidden="true" />}>{care.openCase}</Button></Link>
      )}
    >
      <CaseSearch label={words.findCase} onSearch={setQ} />
      <RecordList
        caption={care.cases} queryKey={[...queries.searchCases.key(), q]} load={request => loadCases(request, q)} columns={caseColumns(care)}
        filters={filtersOf(words, care)}
        linkTo={of => `/cases/${of.id}`}
        empty={q === ''
          ? { title: words.noCases, lead: words.noCasesLead }
          : { title: care.notFound, lead: words.trySpelling }}
      />
    </Page>
  )
}

/** One page, with the search text in the body. */
export async function loadCases({ filters: wanted, after, limit, signal }: PageRequest, q: string) {
  return client.searchCases({ ...wanted, limit, ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) }, { signal })
}
