import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, queries, type ShownTransfer } from '../api.ts'
import { optionsOf } from '../names.ts'

const partyNames = { asker: '我方申请转入', holder: '对方申请转出' }
const statusNames = { pending: '待答复', accepted: '办理中', rejected: '未同意', done: '已转接' }
const tones = { pending: 'attention', accepted: 'info', rejected: 'neutral', done: 'good' } as const

const columns: RecordColumn<ShownTransfer>[] = [
  { key: 'child', title: '孩子', isName: true, render: (transfer) => transfer.childLabel },
  { key: 'way', title: '转接', render: (transfer) => `${transfer.fromUnitName} 转到 ${transfer.toUnitName}` },
  { key: 'why', title: '原因', render: (transfer) => `${transfer.explanation}（${transfer.askedName}，${transfer.askedOn}）` },
  { key: 'status', title: '办理', render: (transfer) => <Answer transfer={transfer} /> },
]

/** Transfers asked for and to be answered. */
export default function TransferListPage() {
  return (
    <Page title="儿童转接" lead="孩子已在别处登记时，登记前查重会提示向登记单位申请转接。同意后档案随即转走，原单位的历史数字不变。">
      <RecordList
        caption="儿童转接" queryKey={queries.listTransfers.key()} load={load} columns={columns}
        filters={[
          { key: 'party', label: '方向', kind: 'choice', options: optionsOf(partyNames) },
          { key: 'status', label: '办理', kind: 'choice', options: optionsOf(statusNames) },
        ]}
        empty={{ title: '没有转接申请', lead: '登记孩子前的查重发现孩子在别处登记时，可以从那里申请转接。' }}
      />
    </Page>
  )
}

async function load({ filters, after, limit, signal }: PageRequest) {
  const { party, status } = filters as { party?: ShownTransfer['party']; status?: ShownTransfer['status'] }
  return client.listTransfers(
    { limit, ...(party === undefined ? {} : { party }), ...(status === undefined ? {} : { status }), ...(after === undefined ? {} : { after }) }, { signal })
}

function Answer({ transfer }: { transfer: ShownTransfer }) {
  const [dialog, setDialog] = useState<'accept' | 'reject'>()
  const cache = useQueryClient()
  const { message } = App.useApp()
  const close = () => setDialog(undefined)
  const answer = async (accepted: boolean, words?: string) => {
    await client
      .answerTransfer({ id: transfer.id, version: transfer.version, accepted, ...(words === undefined ? {} : { answer: words }) })
      .catch((problem: unknown) => Promise.reject(toRefusal(problem)))
    close()
    void message.success(accepted ? '已同意，档案正在转出。' : '已答复，对方会收到通知。')
    await cache.invalidateQueries({ queryKey: queries.key() })
  }
  return (
    <>
      <StatusTag tone={tones[transfer.status]}>{statusNames[transfer.status]}</StatusTag>
      {transfer.answeredName && <span className="xh-secondary"> {transfer.answeredName} {transfer.answer}</span>}
      {transfer.party === 'holder' && transfer.status === 'pending' && (
        <div className="xh-actions">
          <Button type="primary" onClick={() => setDialog('accept')}>同意转出</Button>
          <Button onClick={() => setDialog('reject')}>不同意</Button>
        </div>
      )}
      <ConfirmDialog open={dialog === 'accept'} title="同意转出这个孩子？" confirmLabel="同意转出" onConfirm={() => answer(true)} onCancel={close}>
        <p>档案、个案随即转到{transfer.toUnitName}，本单位不再能查看；正在进行的结对今天结束。</p>
      </ConfirmDialog>
      <ReasonDialog open={dialog === 'reject'} title="不同意转出？" confirmLabel="不同意" onConfirm={(words) => answer(false, words)} onCancel={close} />
    </>
  )
}
