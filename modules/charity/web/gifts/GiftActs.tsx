import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadGift, useChanged } from '../api.ts'
import { ChargeDialog } from '../charges/ChargeDialog.tsx'
import { chargeWords } from '../charges/words.ts'
import { ArrivalDialog } from './ArrivalDialog.tsx'
import { BookDialog, type BookStep } from './BookDialog.tsx'
import { HandOutDialog } from './HandOutDialog.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { giftWords } from './words.ts'

type Step = 'discard' | 'confirm' | 'charge' | 'receipt' | 'handOut' | BookStep

/** The steps open to this person now; the server says which, by the rules that would refuse the others. */
export function GiftActs({ gift }: { gift: ReadGift }) {
  const own = useWords(giftWords)
  const charges = useWords(chargeWords)
  const [step, setStep] = useState<Step>()
  const changed = useChanged()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  const { may, id, version } = gift
  return (
    <>
      {may.discard && <Button danger onClick={() => setStep('discard')}>{own.discard}</Button>}
      {may.update && <Link to="/gifts/draft" search={{ gift: id } as never}><Button>{own.edit}</Button></Link>}
      {may.refund && <Button danger onClick={() => setStep('refund')}>{own.refund}</Button>}
      {may.move && <Button onClick={() => setStep('move')}>{own.move}</Button>}
      {may.correct && <Button onClick={() => setStep('correct')}>{own.correct}</Button>}
      {may.receipt && <Button onClick={() => setStep('receipt')}>{own.recordReceipt}</Button>}
      {may.handOut && <Button onClick={() => setStep('handOut')}>{own.handOut}</Button>}
      {may.trace && <Link to={`/gifts/${id}/trail`}><Button type="primary">{own.trace}</Button></Link>}
      {may.charge && <Button onClick={() => setStep('charge')}>{charges.pay}</Button>}
      {may.confirm && <Button type="primary" onClick={() => setStep('confirm')}>{own.confirm}</Button>}
      <ConfirmDialog
        open={step === 'discard'} title={own.discardTitle} confirmLabel={own.discard} isDangerous onCancel={close}
        onConfirm={async () => { await client.discardGift({ id, version }); await done() }}
      >
        <p>{own.discardLead}</p>
      </ConfirmDialog>
      {step === 'charge' && <ChargeDialog gift={gift} onDone={done} />}
      {step === 'confirm' && <ArrivalDialog gift={gift} onClose={close} onDone={done} />}
      {step === 'handOut' && <HandOutDialog gift={gift} onClose={close} onDone={done} />}
      {step === 'receipt' && <ReceiptDialog gift={gift} onClose={close} onDone={done} />}
      {(step === 'correct' || step === 'move' || step === 'refund') && <BookDialog gift={gift} step={step} onClose={close} onDone={done} />}
    </>
  )
}
