import { FileWordOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, queries, type ShownErasure } from '../api.ts'
import { askedOf, minuteOf } from '../names.ts'

const columns: RecordColumn<ShownErasure>[] = [
  { key: 'code', title: '证明编号', isName: true, render: (erasure) => erasure.code },
  { key: 'at', title: '删除时间', render: (erasure) => minuteOf(erasure.erasedAt) },
  { key: 'by', title: '办理人', render: (erasure) => erasure.personName },
  { key: 'why', title: '事由', render: (erasure) => erasure.reason ?? '' },
  {
    key: 'seal', title: '审计链', render: (erasure) => (
      <StatusTag tone={erasure.sealSeq === null ? 'attention' : 'good'}>{erasure.sealSeq === null ? '待封存' : `第${erasure.sealSeq}号`}</StatusTag>),
  },
  {
    key: 'proof', title: '证明', render: (erasure) => (
      <Button icon={<FileWordOutlined aria-hidden />} href={`/api/erasures/proof.docx?id=${erasure.id}`}>删除证明 .docx</Button>),
  },
]

/** What was erased, and the proof of each: no person is left in it. */
export default function ErasureListPage() {
  return (
    <Page title="已删除记录与证明" lead="每一次删除身份信息都记入审计；证明写明记录编号、时间、办理人、密钥指纹和审计记录摘要，可以核验。">
      <RecordList
        caption="已删除记录" queryKey={queries.listErasures.key()} columns={columns}
        load={(asked) => client.listErasures(askedOf(asked), { signal: asked.signal })}
        empty={{ title: '还没有删除过身份信息', lead: '删除后，会显示在这里并可下载证明。' }}
      />
    </Page>
  )
}
