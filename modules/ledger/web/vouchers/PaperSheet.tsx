import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged, type ReadVoucher } from '../api.ts'
import { words } from '../words.ts'
import { voucherWords } from './words.ts'

/** Papers of a voucher; each opens, and that is recorded. */
export function PaperSheet({ voucher }: { voucher: ReadVoucher }) {
  const own = useWords(voucherWords)
  const texts = useWords(words)
  const changed = useChanged()
  const [isAttaching, setAttaching] = useState(false)
  const { id, papers, may, status } = voucher
  const mayRemove = may.attach && (status === 'draft' || status === 'submitted')
  const remove = async (paperId: string) => { await client.removePaper({ id, paperId }); await changed() }
  return (
    <div className="ledger-off">
      <Sheet title={own.paper} actions={may.attach && <Button onClick={() => setAttaching(true)}>{own.attach}</Button>}>
        {papers.length === 0 ? <p>{texts.none}</p> : (
          <ul>{papers.map(paper => (
            <li key={paper.id}>
              <a href={`/api/vouchers/paper?${new URLSearchParams({ id, paperId: paper.id }).toString()}`} target="_blank" rel="noreferrer">{`${paper.title}.${paper.extension}`}</a>
              {mayRemove && <Button type="link" size="small" onClick={() => void remove(paper.id)}>{own.remove}</Button>}
            </li>
          ))}</ul>
        )}
      </Sheet>
      {isAttaching && <AttachDialog id={id} onClose={() => setAttaching(false)} />}
    </div>
  )
}

function AttachDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const own = useWords(voucherWords)
  const texts = useWords(words)
  const changed = useChanged()
  const labels = { title: own.attachTitle, file: own.file }
  const record = useRecordForm<{ title: string; file: File }, Parameters<typeof client.attachPaper>[0], unknown>({
    name: 'attach-paper', labels, operation: client.attachPaper, initialValues: {}, toInput: values => ({ id, ...values }),
    onSaved: async () => { await changed(); onClose() },
  })
  return (
    <Modal open title={own.attach} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.attach} onCancel={onClose}>
        <Form.Item name="title" label={labels.title} rules={[{ required: true, message: texts.needed(labels.title) }]}><Input maxLength={40} /></Form.Item>
        <Form.Item name="file" label={labels.file} rules={[{ required: true, message: texts.needed(labels.file) }]}><FileDrop accept=".jpg,.jpeg,.png,.webp,.pdf" /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
