import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { client, queries, type ShownImport } from './api.ts'

const states: Record<ShownImport['state'], { word: string; tone: Tone }> = {
  received: { word: '已上传', tone: 'neutral' }, checked: { word: '已检查，未导入', tone: 'attention' }, committing: { word: '正在导入', tone: 'info' },
  committed: { word: '已导入', tone: 'good' }, undone: { word: '已撤销', tone: 'neutral' },
}

/** What was imported, by whom, and the way back. */
export default function ImportListPage() {
  const [undoing, setUndoing] = useState<ShownImport>()
  const [said, setSaid] = useState<string>()
  const cache = useQueryClient()
  const kinds = useQuery(queries.listImportKinds.queryOptions()).data?.kinds ?? []
  const undo = async (chosen: ShownImport) => {
    const { undoneCount, kept } = await client.undoImport({ id: chosen.id })
    const left = kept.slice(0, 20).map(({ rowNumber, why }) => `第${rowNumber}行：${why}`).join('；')
    setSaid(`已撤销${undoneCount}条。${kept.length === 0 ? '' : `有${kept.length}条保留：${left}${kept.length > 20 ? '……' : ''}`}`)
    setUndoing(undefined)
    await cache.invalidateQueries()
  }
  return (
    <Page
      title="导入记录" lead="上传的文件加密保存30天，之后自动删除。"
      actions={kinds.map(({ code, title }) => (
        <Link key={code} to={`/imports/${code}` as string}><Button type="primary" tabIndex={-1}>导入{title}</Button></Link>))}
    >
      <div role="status">{said && <Alert type="success" showIcon className="xh-gap" title={said} />}</div>
      <RecordList<ShownImport>
        caption="导入记录" queryKey={queries.listImports.key()} load={load} columns={columnsOf(kinds, setUndoing)}
        empty={{ title: '还没有导入过表格', lead: '从右上角开始导入。' }}
      />
      <ConfirmDialog
        open={undoing !== undefined} title="撤销导入" confirmLabel="撤销导入" isDangerous onCancel={() => setUndoing(undefined)}
        onConfirm={() => (undoing === undefined ? Promise.resolve() : undo(undoing))}
      >
        <p>{undoing && sayUndo(undoing)}</p>
      </ConfirmDialog>
    </Page>
  )
}

function sayUndo({ fileName, createdCount, changedCount }: ShownImport): string {
  const changed = changedCount === 0 ? '' : `，更改的 ${changedCount} 条将恢复原样`
  return `${fileName} 新增的 ${createdCount} 条记录将被撤回${changed}，统计随之更正；导入后改动过或已经用到的会保留。`
}

function columnsOf(kinds: readonly { code: string; title: string }[], onUndo: (chosen: ShownImport) => void): RecordColumn<ShownImport>[] {
  return [
    { key: 'file', title: '文件', isName: true, render: (row) => row.fileName },
    { key: 'kind', title: '内容', render: (row) => kinds.find(({ code }) => code === row.kind)?.title ?? row.kind },
    { key: 'at', title: '时间', render: (row) => new Date(row.uploadedAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' }) },
    { key: 'person', title: '经办人', render: (row) => row.personName },
    { key: 'count', title: '导入', align: 'right', render: (row) => `${row.createdCount + row.changedCount}/${row.rowCount}条` },
    { key: 'state', title: '状态', render: (row) => <StatusTag tone={states[row.state].tone}>{states[row.state].word}</StatusTag> },
    { key: 'acts', title: '操作', render: (row) => <ImportActs row={row} onUndo={onUndo} /> },
  ]
}

function ImportActs({ row, onUndo }: { row: ShownImport; onUndo: (chosen: ShownImport) => void }) {
  return (
    <span className="xh-actions">
      {(row.badCount ?? 0) > 0 && <Button size="small" href={`/api/import-workbook?id=${row.id}`}>下载标明问题的表</Button>}
      {row.state === 'committed' && <Button size="small" onClick={() => onUndo(row)}>撤销</Button>}
    </span>
  )
}

function load({ after, limit, signal }: PageRequest) {
  return client.listImports({ limit, ...(after === undefined ? {} : { after }) }, { signal })
}
