import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'

type Row = { id: string; child: string; town: string; madeOn: string; minutes: number; isLate: boolean }

const rows: Row[] = Array.from({ length: 130 }, (_, at) => ({
  id: `${at}`,
  child: `${'赵钱孙李周吴郑王'[at % 8]}某某`,
  town: `第${(at % 6) + 1}镇关心下一代工作委员会`,
  madeOn: `2026-11-${String((at % 21) + 1).padStart(2, '0')}`,
  minutes: 20 + at,
  isLate: at % 5 === 0,
}))

const columns: RecordColumn<Row>[] = [
  { key: 'child', title: '关爱对象', isName: true, render: row => row.child },
  { key: 'town', title: '单位', render: row => row.town },
  { key: 'madeOn', title: '走访日期', render: row => row.madeOn },
  { key: 'minutes', title: '时长（分钟）', align: 'right', isWideOnly: true, render: row => row.minutes },
  {
    key: 'state',
    title: '状态',
    render: row => (row.isLate ? <StatusTag tone="danger">已逾期</StatusTag> : <StatusTag tone="good">已走访</StatusTag>),
  },
]

const filters = [
  {
    key: 'state',
    label: '状态',
    kind: 'choice' as const,
    options: [
      { value: 'late', label: '已逾期' },
      { value: 'done', label: '已走访' },
    ],
  },
]

/** Answers as the server would, page by page. */
async function load({ filters: wanted, after, limit }: PageRequest) {
  const found = rows.filter(
    row => row.child.includes(wanted['q'] ?? '') && (!wanted['state'] || row.isLate === (wanted['state'] === 'late')),
  )
  const from = Number(after ?? 0)
  return { items: found.slice(from, from + limit), next: from + limit < found.length ? `${from + limit}` : null, total: found.length }
}

export function GalleryList() {
  return (
    <RecordList
      caption="走访记录"
      queryKey={['gallery']}
      load={load}
      columns={columns}
      filters={filters}
      searchHint="姓名、拼音"
      linkTo={row => `/gallery?id=${row.id}`}
      pageSize={8}
      exportButton={() => <Button icon={<DownloadOutlined aria-hidden="true" />}>导出所列</Button>}
      empty={{ title: '还没有走访记录', lead: '点“记录走访”，写下第一次走访。' }}
    />
  )
}
