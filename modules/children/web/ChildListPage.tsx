import { DownloadOutlined, UserAddOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { writeAddress } from '#platform/ui/list/address.ts'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { ageBandLabel } from '#platform/values/mask.ts'
import { client, queries, type ShownChild } from './api.ts'
import { ChildSearch } from './ChildSearch.tsx'
import { ageBandOptions, civilAffairsOptions, optionsOf, sexNames, statusNames, typeOptions } from './names.ts'
import { Types } from './Types.tsx'

const columns: RecordColumn<ShownChild>[] = [
  { key: 'name', title: '孩子', isName: true, render: (child) => `${child.maskedName}（${sexNames[child.sex]}，${ageBandLabel(child.ageBand)}）` },
  { key: 'unit', title: '单位', render: (child) => child.unitName },
  { key: 'derived', title: '平台推算', render: (child) => <Types types={child.derivedTypes} /> },
  { key: 'civil', title: '民政认定', render: (child) => <Types types={child.civilAffairsTypes} none="未认定" /> },
  { key: 'status', title: '状态', render: (child) => <ChildStatus child={child} /> },
]

const filters: RecordFilter[] = [
  { key: 'type', label: '平台推算', kind: 'choice', options: typeOptions },
  { key: 'civilAffairsType', label: '民政认定', kind: 'choice', options: civilAffairsOptions },
  { key: 'ageBand', label: '年龄段', kind: 'choice', options: ageBandOptions },
  { key: 'sex', label: '性别', kind: 'choice', options: optionsOf(sexNames) },
  { key: 'status', label: '状态', kind: 'choice', options: optionsOf(statusNames) },
]

/** The masked list. The search text goes in the body of a request, never into an address. */
export default function ChildListPage() {
  const [q, setQ] = useState('')
  const { may } = useSession()
  const actions = (
    <>
      <Link to="/children/differences"><Button>推算与认定不一致</Button></Link>
      {may('child.register') && <Link to="/children/register"><Button type="primary" icon={<UserAddOutlined aria-hidden="true" />}>登记孩子</Button></Link>}
    </>
  )
  return (
    <Page title="关爱对象" lead="列表不显示姓名和住址；打开完整档案须有查阅许可，每次都会记录。" actions={actions}>
      <ChildSearch onSearch={setQ} />
      <RecordList
        caption="关爱对象" queryKey={[...queries.listChildren.key(), q]} load={(request) => loadChildren(request, q)} columns={columns} filters={filters}
        linkTo={(child) => `/children/${child.id}`}
        {...(q === '' ? { exportButton: (active: Record<string, string>) => <ExportButton active={active} /> } : {})}
        empty={q === ''
          ? { title: '还没有登记孩子', lead: '点“登记孩子”，先查重再登记。' }
          : { title: '没有找到', lead: '请换个写法再试：两个以上汉字、拼音首字母，或电话后四位。' }}
      />
    </Page>
  )
}

/** The list as filtered, as a workbook. */
function ExportButton({ active }: { active: Record<string, string> }) {
  return <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/children.xlsx${writeAddress(active)}`}>导出</Button>
}

/** One page, with the search text in the body. */
export async function loadChildren({ filters: wanted, after, limit, signal }: PageRequest, q: string, fixed: { differs?: boolean } = {}) {
  return client.searchChildren({ ...wanted, ...fixed, limit, ...(q === '' ? {} : { q }), ...(after === undefined ? {} : { after }) }, { signal })
}

export function ChildStatus({ child }: { child: Pick<ShownChild, 'status' | 'differs'> }) {
  if (child.status !== 'registered') return <StatusTag tone="neutral">{statusNames[child.status]}</StatusTag>
  return child.differs ? <StatusTag tone="attention">推算与认定不一致</StatusTag> : <StatusTag tone="good">在册</StatusTag>
}
