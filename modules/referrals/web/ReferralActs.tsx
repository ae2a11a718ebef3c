import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { childQueries, client, type ReadReferral, useChanged } from './api.ts'

type Act = 'send' | 'approve' | 'reject-override' | 'revoke' | 'accept' | 'reject' | 'finish'

/** The acts open to this person now; the server says which, by the rules that would refuse the others. */
export function ReferralActs({ referral }: { referral: ReadReferral }) {
  const [act, setAct] = useState<Act>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const done = async () => { close(); await changed() }
  const { may, id, version } = referral
  // An outside body does not act here: the sender enters what it said.
  const words = referral.bodyKind ? { accept: '对方已接收', reject: '对方不接收' } : { accept: '接收', reject: '不接收' }
  return (
    <>
      {may.print && <Button href={`/api/referrals/letter.docx?id=${id}`}>下载转介函</Button>}
      {may.revoke && <Button danger onClick={() => setAct('revoke')}>撤回</Button>}
      {may.decide && <><Button onClick={() => setAct('reject-override')}>不批准</Button><Button type="primary" onClick={() => setAct('approve')}>批准例外</Button></>}
      {may.answer && (
        <>
          <Button onClick={() => setAct('reject')}>{words.reject}</Button>
          <Button type="primary" onClick={() => setAct('accept')}>{words.accept}</Button>
        </>
      )}
      {may.finish && <Button type="primary" onClick={() => setAct('finish')}>办结</Button>}
      {may.send && <Button type="primary" onClick={() => setAct('send')}>发出</Button>}
      {act === 'send' && <SendDialog referral={referral} onClose={close} onSent={done} />}
      {act === 'finish' && <FinishDialog referral={referral} onClose={close} onDone={done} />}
      <ConfirmDialog
        open={act === 'approve' || act === 'reject-override'} title={act === 'approve' ? '批准没有同意的转介？' : '不批准这个例外？'} onCancel={close}
        confirmLabel={act === 'approve' ? '批准' : '不批准'}
        onConfirm={async () => { await client.decideOverride({ id, version, approved: act === 'approve' }); await done() }}
      >
        <p>请先打开看理由。批准后，拟稿人可以在没有监护人同意的情况下把所选内容发给对方；决定会留痕。</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={act === 'accept'} title={`${words.accept}这份转介？`} confirmLabel={words.accept} onCancel={close}
        onConfirm={async () => { await client.answerReferral({ id, version, accepted: true, reason: '' }); await done() }}
      >
        <p>{referral.bodyKind ? '登记对方已同意接收。' : '接收后由本单位办理，办完请登记结果。'}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={act === 'reject'} title={`${words.reject}？`} confirmLabel={words.reject} onCancel={close} presets={['不属于我单位职责', '目前没有条件办理']}
        onConfirm={async reason => { await client.answerReferral({ id, version, accepted: false, reason }); await done() }}
      >
        <p>请写明原因和建议找谁，转出单位会看到。</p>
      </ReasonDialog>
      <ReasonDialog
        open={act === 'revoke'} title="撤回这份转介？" confirmLabel="撤回" isDangerous onCancel={close} presets={['情况已解决', '转错单位', '监护人要求']}
        onConfirm={async reason => { await client.revokeReferral({ id, version, reason }); await done() }}
      >
        <p>撤回后对方不能再查看随转内容。原因会告诉对方，请不要写孩子的姓名。</p>
      </ReasonDialog>
    </>
  )
}

type DialogProps = { referral: ReadReferral; onClose: () => void }

/** Sends under one of the sender's own approvals: the first that covers all that travels. */
function SendDialog({ referral, onClose, onSent }: DialogProps & { onSent: () => Promise<void> }) {
  const child = useQuery(childQueries.getChild.queryOptions({ input: { id: referral.childId ?? '' } }))
  const covering = child.data?.access.find(({ fields }) => referral.fields.every(field => fields.includes(field)))
  return (
    <ConfirmDialog
      open title="发出转介？" confirmLabel="发出" onCancel={onClose}
      onConfirm={async () => {
        await client.sendReferral({ id: referral.id, version: referral.version, ...(covering ? { purpose: covering.purpose } : {}) })
        await onSent()
      }}
    >
      <p>所选内容会从档案取出，加密交给{referral.toName}。{referral.bodyKind ? '发出后请下载转介函送达，并登记对方答复。' : '对方会立即收到提醒。'}</p>
    </ConfirmDialog>
  )
}

function FinishDialog({ referral, onClose, onDone }: DialogProps & { onDone: () => Promise<void> }) {
  const record = useRecordForm<{ version: number; result: string }, Parameters<typeof client.finishReferral>[0], unknown>({
    name: 'finish-referral', labels: { result: '办理结果' }, operation: client.finishReferral, initialValues: { version: referral.version },
    toInput: values => ({ ...values, id: referral.id }), onSaved: onDone,
  })
  return (
    <Modal open title="办结" footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <RecordForm record={record} submitLabel="办结" onCancel={onClose}>
        <Form.Item name="result" label="办理结果" extra="加密保存，双方可见。" rules={[{ required: true, whitespace: true, message: '请写办理结果。' }]}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
