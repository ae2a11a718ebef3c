import { DownloadOutlined, ImportOutlined, UserAddOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { writeAddress } from '#platform/ui/list/address.ts'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formKinds } from '../contract.ts'
import { client, queries, type ShownChild } from './api.ts'
import { ChildSearch } from './ChildSearch.tsx'
import { optionsOf, useNames } from './names.ts'
import { Types } from './Types.tsx'
import { childWords } from './words/child-words.ts'
import { listWords } from './words/list-words.ts'

function useColumns(): RecordColumn<ShownChild>[] {
  const texts = useWords(childWords)
  const names = useNames()
  return [
    { key: 'name', title: texts.child, isName: true, render: (child) => texts.childOf(child.maskedName, names.sexes[child.sex], names.bandOf(child.ageBand)) },
    { key: 'unit', title: texts.unit, render: (child) => child.unitName },
    { key: 'derived', title: texts.derived, render: (child) => <Types types={child.derivedTypes} /> },
    { key: 'civil', title: texts.civil, render: (child) => <Types types={child.civilAffairsTypes} none={texts.notRecognised} /> },
    { key: 'status', title: texts.status, render: (child) => <ChildStatus child={child} /> },
  ]
}

function useFilters(): RecordFilter[] {
  const texts = useWords(childWords)
  const names = useNames()
  const { merged: _merged, ...statuses } = names.statuses
  return [
    { key: 'type', label: texts.derived, kind: 'choice', options: names.typeOptions },
    { key: 'civilAffairsType', label: texts.civil, kind: 'choice', options: names.civilAffairsOptions },
    { key: 'ageBand', label: texts.ageBand, kind: 'choice', options: names.ageBandOptions },
    { key: 'sex', label: texts.sex, kind: 'choice', options: optionsOf(names.sexes) },
    { key: 'status', label: texts.status, kind: 'choice', options: optionsOf(statuses) },
  ]
}

/** The masked list. The search text goes in the body of a request, never into an address. */
export default function ChildListPage() {
  const texts = useWords(childWords)
  const [q, setQ] = useState('')
  return (
    <Page title={texts.children} lead={texts.listLead} actions={<Actions />}>
      <ChildSearch onSearch={setQ} />
      <RecordList
        caption={texts.children} queryKey={[...queries.listChildren.key(), q]} load={(request) => loadChildren(request, q)} columns={useColumns()}
        filters={useFilters()} linkTo={(child) => `/children/${child.id}`}
        {...(q === '' ? { exportButton: (active: Record<string, string>) => <ExportButton active={active} /> } : {})}
        empty={q === '' ? { title: texts.emptyTitle, lead: texts.emptyLead } : { title: texts.notFound, lead: texts.notFoundLead }}
      />
    </Page>
  )
}

function Actions() {
  const texts = useWords(childWords)
  const { may } = useSession()
  return (
    <>
      {may('child.merge') && <Link to="/children/duplicates"><Button tabIndex={-1}>{texts.duplicates}</Button></Link>}
      <Link to="/children/differences"><Button tabIndex={-1}>{texts.differences}</Button></Link>
      {may('child.register') && <ImportMenu />}
      {may('child.register') && (
        <Link to="/children/register"><Button type="primary" tabIndex={-1} icon={<UserAddOutlined aria-hidden="true" />}>{texts.register}</Button></Link>)}
    </>
  )
}

/** The lists of civil affairs and the paper forms. */
function ImportMenu() {
  const texts = useWords(listWords)
  const { formTitles } = useNames()
  const items = [
    { key: 'civil-left-behind', label: <Link to={'/imports/civil-left-behind' as string}>{texts.importLeftBehind}</Link> },
    { key: 'civil-hardship', label: <Link to={'/imports/civil-hardship' as string}>{texts.importHardship}</Link> },
    ...formKinds.map((kind) => ({ key: kind, label: <Link to={`/imports/child-form-${kind}` as string}>{formTitles[kind]}</Link> })),
  ]
  return <Dropdown menu={{ items }} trigger={['click']}><Button icon={<ImportOutlined aria-hidden="true" />}>{texts.importMenu}</Button></Dropdown>
}

/** The list as filtered, as a workbook. */
function ExportButton({ active }: { active: Record<string, string> }) {
  const texts = useWords(childWords)
  return <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/children.xlsx${writeAddress(active)}`}>{texts.export}</Button>
}

/** One page, with the search text in the body. */
export async function loadChildren({ filters: wanted, after, limit, signal }: PageRequest, q: string, fixed: { differs?: boolean } = {}) {
  return client.searchChildren({ ...wanted, ...fixed, limit, ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) }, { signal })
}

export function ChildStatus({ child }: { child: Pick<ShownChild, 'status' | 'differs'> }) {
  const texts = useWords(childWords)
  const { statuses } = useNames()
  if (child.status !== 'registered') return <StatusTag tone="neutral">{statuses[child.status]}</StatusTag>
  return child.differs ? <StatusTag tone="attention">{texts.differs}</StatusTag> : <StatusTag tone="good">{statuses.registered}</StatusTag>
}
