import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Descriptions } from 'antd'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, queries, type ShownRetention } from '../api.ts'
import { askedOf } from '../names.ts'
import { EraseButton } from './EraseButton.tsx'

const columns: RecordColumn<ShownRetention>[] = [
  { key: 'child', title: '孩子', isName: true, render: (kept) => kept.maskedName },
  { key: 'unit', title: '单位', render: (kept) => kept.unitName },
  { key: 'closed', title: '结束日期', render: (kept) => kept.closedOn },
  { key: 'until', title: '保存至', render: (kept) => kept.keepUntil },
  { key: 'due', title: '状态', render: (kept) => <StatusTag tone={kept.isDue ? 'attention' : 'neutral'}>{kept.isDue ? '应删除' : '锁定保存'}</StatusTag> },
  { key: 'erase', title: '办理', render: (kept) => (kept.isDue ? <EraseButton childId={kept.id} maskedName={kept.maskedName} /> : '') },
]

/** Closed files: until when each is kept, which are due for erasure, and the rule for every kind of record. */
export default function RetentionListPage() {
  return (
    <Page
      title="保存期限" lead="已结束的档案锁定保存，期满后由未成年人信息负责人删除身份信息；数字照常保留，并出具删除证明。"
      actions={<Link to="/erasures"><Button>已删除记录与证明</Button></Link>}
    >
      <RecordList
        caption="已结束的档案" queryKey={queries.listRetentions.key()} columns={columns} linkTo={(kept) => `/children/${kept.id}`}
        load={(asked) => client.listRetentions(askedOf(asked), { signal: asked.signal })}
        filters={[{ key: 'due', label: '状态', kind: 'choice', options: [{ value: 'true', label: '应删除' }, { value: 'false', label: '锁定保存' }] }]}
        empty={{ title: '没有已结束的档案', lead: '档案结束后的次日凌晨，会按规则算出保存期限并显示在这里。' }}
      />
      <RuleSheet />
    </Page>
  )
}

function RuleSheet() {
  const rules = useQuery(queries.listRetentionRules.queryOptions({ input: {} }))
  return (
    <Sheet title="各类记录的保存期限">
      <Descriptions
        column={1}
        items={(rules.data?.items ?? []).map((rule) => ({
          key: `${rule.record} ${rule.version}`, label: rule.name,
          children: <>{rule.keeps}；{rule.after}。<span className="xh-secondary">依据：{rule.source}（第{rule.version}版，{rule.validFrom}起）</span></>,
        }))}
      />
    </Sheet>
  )
}
