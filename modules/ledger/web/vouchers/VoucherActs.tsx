import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged, type ReadVoucher } from '../api.ts'
import { words } from '../words.ts'
import { voucherWords } from './words.ts'

type Act = 'submit' | 'review' | 'countersign' | 'post' | 'return' | 'discard' | 'reverse'

/** The steps open to this person now; the server says which. */
export function VoucherActs({ voucher }: { voucher: ReadVoucher }) {
  const own = useWords(voucherWords)
  const changed = useChanged()
  const navigate = useNavigate()
  const [act, setAct] = useState<Act>()
  const { may, id, version, bookId } = voucher
  const close = () => setAct(undefined)
  const run = (work: () => Promise<unknown>) => async () => { await work(); close(); await changed() }
  const asked = { open: true, onCancel: close }
  return (
    <>
      <PrintButton />
      {may.edit && <Link to={`/books/${bookId}/voucher`} search={{ voucher: id } as never}><Button>{own.edit}</Button></Link>}
      {may.discard && <Button danger onClick={() => setAct('discard')}>{own.discard}</Button>}
      {may.return && <Button onClick={() => setAct('return')}>{own.return}</Button>}
      {may.reverse && <Button onClick={() => setAct('reverse')}>{own.reverse}</Button>}
      {may.submit && <Button type="primary" onClick={() => setAct('submit')}>{own.submit}</Button>}
      {may.review && <Button type="primary" onClick={() => setAct('review')}>{own.review}</Button>}
      {may.countersign && <Button type="primary" onClick={() => setAct('countersign')}>{own.countersign}</Button>}
      {may.post && <Button type="primary" onClick={() => setAct('post')}>{own.post}</Button>}
      {act === 'submit' && <ConfirmDialog {...asked} title={own.submit} confirmLabel={own.submit} onConfirm={run(() => client.submitVoucher({ id,
        version }))} />}
      {act === 'review' && <ConfirmDialog {...asked} title={own.review} confirmLabel={own.review} onConfirm={run(() => client.reviewVoucher({ id,
        version }))} />}
      {act === 'countersign' && (
        <ConfirmDialog {...asked} title={own.countersign} confirmLabel={own.countersign} onConfirm={run(() => client.countersignVoucher({ id, version }))}>
          <p>{own.countersignLead}</p>
        </ConfirmDialog>
      )}
      {act === 'post' && (
        <ConfirmDialog {...asked} title={own.postTitle} confirmLabel={own.post} onConfirm={run(() => client.postVoucher({ id,
          version }))}><p>{own.postLead}</p></ConfirmDialog>
      )}
      {act === 'discard' && (
        <ConfirmDialog
          {...asked} title={own.discardTitle} confirmLabel={own.discard} isDangerous
          onConfirm={async () => { await client.discardVoucher({ id, version }); await changed(); await navigate({ to: `/books/${bookId}/vouchers` }) }}
        ><p>{own.discardLead}</p></ConfirmDialog>
      )}
      {act === 'return' && (
        <ReasonDialog
          {...asked} title={own.return} confirmLabel={own.return} onConfirm={async reason => { await client.returnVoucher({ id, version,
            reason }); close(); await changed() }}
        ><p>{own.returnLead}</p></ReasonDialog>
      )}
      {act === 'reverse' && <ReverseDialog voucher={voucher} onClose={close} />}
    </>
  )
}

function ReverseDialog({ voucher, onClose }: { voucher: ReadVoucher; onClose: () => void }) {
  const own = useWords(voucherWords)
  const texts = useWords(words)
  const changed = useChanged()
  const navigate = useNavigate()
  const labels = { datedOn: own.reverseDay, reason: texts.reason }
  const record = useRecordForm<{ datedOn: string; reason: string }, Parameters<typeof client.reverseVoucher>[0], { id: string }>({
    name: 'reverse-voucher', labels, operation: client.reverseVoucher, initialValues: { datedOn: voucher.datedOn },
    refusalFields: { PERIOD_CLOSED: 'datedOn', PERIOD_MISSING: 'datedOn' }, toInput: values => ({ id: voucher.id, version: voucher.version, ...values }),
    onSaved: async saved => { await changed(); onClose(); await navigate({ to: `/vouchers/${saved.id}` }) },
  })
  return (
    <Modal open title={own.reverse} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.reverseLead}</p>
      <RecordForm record={record} submitLabel={own.reverse} onCancel={onClose}>
        <DateItem name="datedOn" label={labels.datedOn} required />
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, message: texts.needed(labels.reason) }]}><Input maxLength={200} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
