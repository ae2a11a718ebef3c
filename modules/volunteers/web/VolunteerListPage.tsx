import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { clearanceWords, sexWords, statusWords } from '../rules/words.ts'
import { client, queries, type ShownItem } from './api.ts'
import { ClearanceTag, VolunteerStatus } from './Tags.tsx'
import { UnitFilter } from './UnitFilter.tsx'
import { useVolunteerWords } from './use-volunteer-words.ts'

const choicesOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The register: who is there, for which children they may be asked, who has to be checked again. */
export default function VolunteerListPage() {
  const { may } = useSession()
  const words = useVolunteerWords()
  const filters: RecordFilter[] = [
    { key: 'category', label: '五老类别', kind: 'choice', options: words.categories },
    { key: 'role', label: '服务岗位', kind: 'choice', options: words.serviceRoles },
    { key: 'status', label: '状态', kind: 'choice', options: choicesOf(statusWords) },
    { key: 'clearance', label: '准入查询', kind: 'choice', options: choicesOf(clearanceWords) },
    { key: 'unit', label: '单位', kind: 'custom', render: (control) => <UnitFilter {...control} /> },
  ]
  return (
    <Page title="五老队伍" lead="可按姓名、拼音、首字母或电话后四位查找。" actions={<ListActs mayManage={may('volunteer.manage')} mayImport={may('volunteer.import')} />}>
      <RecordList<ShownItem>
        caption="五老名册" queryKey={queries.listVolunteers.key()} load={load} columns={columnsOf(words.named)} filters={filters}
        searchHint="姓名、拼音、电话后四位" linkTo={(volunteer) => `/volunteers/${volunteer.id}`}
        {...(may('volunteer.export') ? { exportButton: (active: Record<string, string>) => <ExportButton active={active} /> } : {})}
        empty={{ title: '还没有登记五老', lead: may('volunteer.manage') ? '点“登记五老”逐位登记，或者用表格一次导入。' : '请本单位关工委工作人员登记。' }}
      />
    </Page>
  )
}

function ListActs({ mayManage, mayImport }: { mayManage: boolean; mayImport: boolean }) {
  return (
    <>
      {mayManage && <Link to={'/volunteers/duplicates' as string}><Button tabIndex={-1}>疑似重复</Button></Link>}
      {mayImport && <Link to={'/imports/volunteers' as string}><Button tabIndex={-1}>表格导入</Button></Link>}
      {mayManage && <Link to={'/volunteers/register' as string}><Button type="primary" tabIndex={-1}>登记五老</Button></Link>}
    </>
  )
}

function ExportButton({ active }: { active: Record<string, string> }) {
  return <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/volunteers.xlsx?${new URLSearchParams(active).toString()}`}>导出所列</Button>
}

function load({ filters, after, limit, signal }: PageRequest) {
  return client.listVolunteers({ ...filters, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listVolunteers>[0], { signal })
}

const columnsOf = (named: (codes: readonly string[]) => string): RecordColumn<ShownItem>[] => [
  { key: 'name', title: '姓名', isName: true, render: (row) => row.name },
  { key: 'sex', title: '性别', isWideOnly: true, render: (row) => sexWords[row.sex] },
  { key: 'age', title: '年龄', align: 'right', render: (row) => (row.ageYears === null ? '' : `${row.ageYears}岁`) },
  { key: 'unit', title: '单位', render: (row) => row.unitName },
  { key: 'categories', title: '五老类别', render: (row) => named(row.categories) },
  { key: 'phone', title: '联系电话', render: (row) => row.phone ?? '' },
  { key: 'capacity', title: '可结对', align: 'right', isWideOnly: true, render: (row) => `${row.capacity}人` },
  { key: 'clearance', title: '准入查询', render: (row) => <ClearanceTag volunteer={row} /> },
  { key: 'status', title: '状态', render: (row) => <VolunteerStatus status={row.status} /> },
]
