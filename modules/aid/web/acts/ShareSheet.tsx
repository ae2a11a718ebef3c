import { Button, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, type ReadAct, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { ShareFields, shareInput, type ShareValues } from './ShareFields.tsx'
import { actWords } from './words.ts'

type Share = ReadAct['shares'][number]

/** Who gives what, and the total; until it is given payers come and go. */
export function ShareSheet({ act }: { act: ReadAct }) {
  const texts = useWords(words)
  const own = useWords(actWords)
  const [leaving, setLeaving] = useState<Share>()
  const [isJoining, setJoining] = useState(false)
  const changed = useChanged()
  const done = async () => { setLeaving(undefined); setJoining(false); await changed() }
  const standing = act.shares.filter(({ withdrawnOn }) => withdrawnOn === null).length
  return (
    <Sheet title={own.shares} actions={act.may.share && <Button onClick={() => setJoining(true)}>{own.join}</Button>}>
      <ul className="xh-cards">
        {act.shares.map(share => (
          <li key={share.id}>
            <div className="xh-card-name">{texts.payerWords[share.payerKind]} · {share.payerName ?? own.someone}</div>
            <p><ShareText share={share} /></p>
            {share.withdrawnOn !== null && <p className="xh-secondary">{own.stepped(share.withdrawnOn)}</p>}
            {act.may.share && share.withdrawnOn === null && standing > 1 && (
              <div className="aid-below"><Button onClick={() => setLeaving(share)}>{own.step}</Button></div>
            )}
          </li>
        ))}
      </ul>
      <p className="aid-total">{texts.total} {texts.yuan(formatYuan(act.totalFen))}</p>
      <ConfirmDialog
        open={leaving !== undefined} title={own.stepTitle} confirmLabel={own.step} onCancel={() => setLeaving(undefined)}
        onConfirm={async () => { await client.withdrawShare({ id: act.id, version: act.version, shareId: leaving?.id ?? '' }); await done() }}
      >
        <p>{own.stepLead}</p>
      </ConfirmDialog>
      {isJoining && <JoinDialog act={act} onClose={() => setJoining(false)} onDone={done} />}
    </Sheet>
  )
}

function ShareText({ share }: { share: Share }) {
  const texts = useWords(words)
  const own = useWords(actWords)
  const what = share.form === 'money' ? texts.formWords.money
    : share.form === 'goods' ? `${share.item ?? ''} ${share.quantity ?? ''}${share.countedIn ?? ''}`
      : `${share.item ?? ''} ${own.measured(share.times, share.minutes)}`
  return <>{what}{share.amountFen !== null && ` · ${texts.yuan(formatYuan(share.amountFen))}`}</>
}

function JoinDialog({ act, onClose, onDone }: { act: ReadAct; onClose: () => void; onDone: () => Promise<void> }) {
  const texts = useWords(words)
  const own = useWords(actWords)
  const record = useRecordForm<{ share: ShareValues }, Parameters<typeof client.addShare>[0], unknown>({
    name: 'add-share', labels: { share: own.shares }, operation: client.addShare, onSaved: onDone,
    initialValues: { share: { payerKind: 'enterprise', payerName: '', form: 'money' } },
    toInput: ({ share }) => ({ id: act.id, version: act.version, share: shareInput(share) }),
  })
  return (
    <Modal open title={own.join} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}><ShareFields at={['share']} path={['share']} /></RecordForm>
    </Modal>
  )
}
