import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
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
              <a href={`/api/vouchers/paper?${new URLSearchParams({ id, paperId: paper.id }).toString(
                )}`} target="_blank" rel="noreferrer">{`${paper.title}.${paper.extension}`}</a>
              {mayRemove && <Button type="link" size="small" onClick={() => void remove(paper.id)}>{own.remove}</Button>}
            </li>
          ))}</ul>
        )}
      </Sheet>
      {isAttaching && <AttachDialog id={id} onClose={() => setAttaching(false)} />}
    </div>
  )
}

/** Signs a title may have. */
const mostTitleSigns = 40

function AttachDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const own = useWords(voucherWords)
  const changed = useChanged()
  const field = useId()
  const [title, setTitle] = useState('')
  return (
    <Modal open title={own.attach} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <label htmlFor={field}>{own.attachTitle}</label>
      <Input id={field} className="xh-gap" value={title} maxLength={mostTitleSigns} onChange={event => setTitle(event.target.value)} />
      <FileDrop
        endings={['.jpg', '.jpeg', '.png', '.webp', '.pdf']} maxMegabytes={10} hint={own.file}
        upload={file => client.attachPaper({ id, title: title.trim() || nameOf(file) || own.paper, file })}
        onUploaded={() => { void changed(); onClose() }}
      />
    </Modal>
  )
}

/** The name of a file without its ending, as far as a title may be long. */
const nameOf = (file: File) => file.name.replace(/\.[^.]*$/, '').trim().slice(0, mostTitleSigns)
