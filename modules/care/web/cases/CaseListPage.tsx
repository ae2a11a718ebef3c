import { FolderAddOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { client, queries, type ShownCase } from '../api.ts'
import { CaseSearch } from '../CaseSearch.tsx'
import { DueTag } from '../DueTag.tsx'
import { colourOptions, optionsOf, statusOptions } from '../names.ts'
import { RiskTag } from '../RiskTag.tsx'

/** Columns of a case, shared by the list and the worklist. */
export const caseColumns: RecordColumn<ShownCase>[] = [
  { key: 'child', title: '孩子', isName: true, render: of => of.childLabel },
  { key: 'unit', title: '单位', render: of => of.unitName },
  { key: 'colour', title: '风险', render: of => <RiskTag colour={of.colour} /> },
  { key: 'due', title: '下次走访', render: of => <DueTag of={of} /> },
  { key: 'last', title: '最近走访', isWideOnly: true, render: of => of.lastMadeOn ?? '还没有' },
  { key: 'volunteers', title: '结对人', render: of => of.volunteers.map(({ name }) => name).join('、') || '未结对' },
]

const filters: RecordFilter[] = [
  { key: 'status', label: '状态', kind: 'choice', options: statusOptions },
  { key: 'colour', label: '风险', kind: 'choice', options: colourOptions },
  { key: 'overdue', label: '走访', kind: 'choice', options: optionsOf({ true: '已逾期', false: '未逾期' }) },
]

/** Every case of the range; a volunteer sees those of own pairings. */
export default function CaseListPage() {
  const [q, setQ] = useState('')
  const { may } = useSession()
  return (
    <Page
      title="帮扶个案" lead="列表不显示姓名；打开个案会留下查阅记录。"
      actions={may('case.open') && <Link to="/cases/open"><Button type="primary" icon={<FolderAddOutlined aria-hidden="true" />}>开案</Button></Link>}
    >
      <CaseSearch label="查找孩子的个案" onSearch={setQ} />
      <RecordList
        caption="帮扶个案" queryKey={[...queries.searchCases.key(), q]} load={request => loadCases(request, q)} columns={caseColumns} filters={filters}
        linkTo={of => `/cases/${of.id}`}
        empty={q === ''
          ? { title: '还没有个案', lead: '在孩子的档案里登记同意后，点“开案”。' }
          : { title: '没有找到', lead: '请换个写法再试：两个以上汉字、拼音首字母，或电话后四位。' }}
      />
    </Page>
  )
}

/** One page, with the search text in the body. */
export async function loadCases({ filters: wanted, after, limit, signal }: PageRequest, q: string) {
  return client.searchCases({ ...wanted, limit, ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) }, { signal })
}
