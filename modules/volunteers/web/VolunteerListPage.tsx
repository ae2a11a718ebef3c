import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownItem } from './api.ts'
import { ClearanceTag, VolunteerStatus } from './Tags.tsx'
import { UnitFilter } from './UnitFilter.tsx'
import { useVolunteerWords } from './use-volunteer-words.ts'
import { words } from './words.ts'

const choicesOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** The register: who is there, for which children they may be asked, who has to be checked again. */
export default function VolunteerListPage() {
  const { may } = useSession()
  const { categories, serviceRoles, named } = useVolunteerWords()
  const texts = useWords(words)
  const filters: RecordFilter[] = [
    { key: 'category', label: texts.category, kind: 'choice', options: categories },
    { key: 'role', label: texts.role, kind: 'choice', options: serviceRoles },
    { key: 'status', label: texts.status, kind: 'choice', options: choicesOf(texts.statusWords) },
    { key: 'clearance', label: texts.clearance, kind: 'choice', options: choicesOf(texts.clearanceWords) },
    { key: 'unit', label: texts.unit, kind: 'custom', render: (control) => <UnitFilter {...control} /> },
  ]
  return (
    <Page title={texts.volunteers} lead={texts.lead} actions={<ListActs mayManage={may('volunteer.manage')} mayImport={may('volunteer.import')} />}>
      <RecordList<ShownItem>
        caption={texts.caption} queryKey={queries.listVolunteers.key()} load={load} columns={columnsOf(texts, named)} filters={filters}
        searchHint={texts.searchHint} linkTo={(volunteer) => `/volunteers/${volunteer.id}`}
        {...(may('volunteer.export') ? { exportButton: (active: Record<string, string>) => <ExportButton active={active} /> } : {})}
        empty={{ title: texts.emptyTitle, lead: may('volunteer.manage') ? texts.emptyMay : texts.emptyOthers }}
      />
    </Page>
  )
}

function ListActs({ mayManage, mayImport }: { mayManage: boolean; mayImport: boolean }) {
  const texts = useWords(words)
  return (
    <>
      {mayManage && <Link to={'/volunteers/duplicates' as string}><Button tabIndex={-1}>{texts.duplicates}</Button></Link>}
      {mayImport && <Link to={'/imports/volunteers' as string}><Button tabIndex={-1}>{texts.importSheet}</Button></Link>}
      {mayManage && <Link to={'/volunteers/register' as string}><Button type="primary" tabIndex={-1}>{texts.register}</Button></Link>}
    </>
  )
}

function ExportButton({ active }: { active: Record<string, string> }) {
  const { exportList } = useWords(words)
  return <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/volunteers.xlsx?${new URLSearchParams(active).toString()}`}>{exportList}</Button>
}

function load({ filters, after, limit, signal }: PageRequest) {
  return client.listVolunteers({ ...filters, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listVolunteers>[0], { signal })
}

const columnsOf = (texts: (typeof words)['en'], named: (codes: readonly string[]) => string): RecordColumn<ShownItem>[] => [
  { key: 'name', title: texts.name, isName: true, render: (row) => row.name },
  { key: 'sex', title: texts.sex, isWideOnly: true, render: (row) => texts.sexWords[row.sex] },
  { key: 'age', title: texts.age, align: 'right', render: (row) => (row.ageYears === null ? '' : texts.ageOf(row.ageYears)) },
  { key: 'unit', title: texts.unit, render: (row) => row.unitName },
  { key: 'categories', title: texts.category, render: (row) => named(row.categories) },
  { key: 'phone', title: texts.phone, render: (row) => row.phone ?? '' },
  { key: 'capacity', title: texts.free, align: 'right', isWideOnly: true, render: (row) => texts.people(row.capacity) },
  { key: 'clearance', title: texts.clearance, render: (row) => <ClearanceTag volunteer={row} /> },
  { key: 'status', title: texts.status, render: (row) => <VolunteerStatus status={row.status} /> },
]
