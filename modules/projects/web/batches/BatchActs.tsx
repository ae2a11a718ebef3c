import { Alert, Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, type ReadBatch, useChanged } from '../api.ts'
import { FillDialog } from './FillDialog.tsx'
import { useMarked } from './marked.ts'
import { batchWords } from './words.ts'

type Step = 'fill' | 'submit' | 'discard' | 'approve' | 'return'

/** The steps open to this person now. */
export function BatchActs({ batch }: { batch: ReadBatch }) {
  const own = useWords(batchWords)
  const [step, setStep] = useState<Step>()
  const { may } = batch
  return (
    <>
      {may.discard && <Button danger onClick={() => setStep('discard')}>{own.discard}</Button>}
      {may.fill && <Button onClick={() => setStep('fill')}>{own.fill}</Button>}
      {may.submit && <Button type="primary" onClick={() => setStep('submit')}>{own.submit}</Button>}
      {may.return && <Button onClick={() => setStep('return')}>{own.return}</Button>}
      {may.approve && <Button type="primary" onClick={() => setStep('approve')}>{own.approve}</Button>}
      <StepDialogs batch={batch} step={step} onClose={() => setStep(undefined)} />
    </>
  )
}

function StepDialogs({ batch, step, onClose }: { batch: ReadBatch; step: Step | undefined; onClose: () => void }) {
  const own = useWords(batchWords)
  const changed = useChanged()
  const { marked } = useMarked()
  const { id, version } = batch
  const found = batch.rows.filter(({ findings }) => findings.length > 0).length
  const run = (act: () => Promise<unknown>) => async () => { await marked(act); onClose(); await changed() }
  return (
    <>
      {step === 'fill' && <FillDialog batch={batch} onClose={onClose} />}
      <ConfirmDialog open={step === 'submit'} title={own.submitTitle} confirmLabel={own.submit} onCancel={onClose} onConfirm={run(() => client.submitBatch({
        id, version }))}>
        <p>{own.submitLead}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={step === 'discard'} title={own.discardTitle} confirmLabel={own.discard} isDangerous onCancel={onClose}
        onConfirm={run(() => client.discardBatch({ id, version }))}
      >
        <p>{own.discardLead}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={step === 'approve'} title={own.approveTitle} confirmLabel={own.approve} onCancel={onClose} onConfirm={run(() => client.approveBatch({ id,
          version }))}
      >
        <p>{own.approveLead(batch.rowsCount, formatYuan(batch.totalFen))}</p>
        {batch.shown !== null && batch.shown.endsOn >= chinaToday() && <p>{own.approveShown(batch.shown.endsOn)}</p>}
        {found > 0 && <Alert type="warning" showIcon title={own.approveFindings(found)} />}
      </ConfirmDialog>
      <ReasonDialog
        open={step === 'return'} title={own.returnTitle} confirmLabel={own.return} onCancel={onClose}
        onConfirm={async reason => { await run(() => client.returnBatch({ id, version, reason }))() }}
      >
        <p>{own.returnLead}</p>
      </ReasonDialog>
    </>
  )
}
