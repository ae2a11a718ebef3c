import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadWish, useChanged } from '../api.ts'
import { ClaimDialog } from './ClaimDialog.tsx'
import { ThanksDialog } from './ThanksDialog.tsx'
import { wishWords } from './words.ts'

type Step = 'publish' | 'return' | 'claim' | 'release' | 'thank' | 'close' | 'withdraw'

/** The steps open to this person now; the server says which, by the rules that would refuse the others. */
export function WishActs({ wish }: { wish: ReadWish }) {
  const own = useWords(wishWords)
  const [step, setStep] = useState<Step>()
  const changed = useChanged()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  const { may } = wish
  return (
    <>
      {may.withdraw && <Button danger onClick={() => setStep('withdraw')}>{own.withdraw}</Button>}
      {may.write && <Link to="/wishes/write" search={{ wish: wish.id } as never}><Button>{own.edit}</Button></Link>}
      {may.decide && <Button onClick={() => setStep('return')}>{own.return}</Button>}
      {may.decide && wish.hasConsent && <Button type="primary" onClick={() => setStep('publish')}>{own.publish}</Button>}
      {may.release && <Button onClick={() => setStep('release')}>{own.release}</Button>}
      {may.claim && <Button type="primary" onClick={() => setStep('claim')}>{own.claim}</Button>}
      {may.give && (
        <Link to="/aid-acts/new" search={{ case: wish.caseId, wish: wish.id, payer: wish.donorKind ?? undefined } as never}>
          <Button type="primary">{own.give}</Button>
        </Link>
      )}
      {may.thank && <Button onClick={() => setStep('thank')}>{own.thank}</Button>}
      {may.close && <Button type="primary" onClick={() => setStep('close')}>{own.close}</Button>}
      {step === 'claim' && <ClaimDialog wish={wish} onClose={close} onDone={done} />}
      {step === 'thank' && <ThanksDialog wish={wish} onClose={close} onDone={done} />}
      <Confirmations wish={wish} step={step} onCancel={close} onDone={done} />
    </>
  )
}

type Props = { wish: ReadWish; step: Step | undefined; onCancel: () => void; onDone: () => Promise<void> }

function Confirmations({ wish: { id, version, text }, step, onCancel, onDone }: Props) {
  const own = useWords(wishWords)
  const after = (act: () => Promise<unknown>) => async () => { await act(); await onDone() }
  return (
    <>
      <ConfirmDialog
        open={step === 'publish'} title={own.publishTitle} confirmLabel={own.publish} onCancel={onCancel}
        onConfirm={after(() => client.decideWish({ id, version, approved: true, answer: '' }))}
      >
        <p className="aid-words">{text}</p><p>{own.publishLead}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={step === 'return'} title={own.returnTitle} confirmLabel={own.return} onCancel={onCancel} presets={own.returnPresets}
        onConfirm={async answer => after(() => client.decideWish({ id, version, approved: false, answer }))()}
      >
        <p>{own.returnLead}</p>
      </ReasonDialog>
      <ConfirmDialog
        open={step === 'release'} title={own.releaseTitle} confirmLabel={own.release} onCancel={onCancel}
        onConfirm={after(() => client.releaseClaim({ id, version }))}
      >
        <p>{own.releaseLead}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={step === 'close'} title={own.closeTitle} confirmLabel={own.close} onCancel={onCancel} onConfirm={after(() => client.closeWish({ id, version }))}
      >
        <p>{own.closeLead}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={step === 'withdraw'} title={own.withdrawTitle} confirmLabel={own.withdraw} isDangerous onCancel={onCancel} presets={own.withdrawPresets}
        onConfirm={async answer => after(() => client.withdrawWish({ id, version, answer }))()}
      >
        <p>{own.withdrawLead}</p>
      </ReasonDialog>
    </>
  )
}
