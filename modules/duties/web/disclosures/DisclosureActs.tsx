import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged, type ReadDisclosure } from '../api.ts'
import { AssignDialog, CorrectDialog, PublishDialog } from './dialogs.tsx'
import { DocumentForm } from './DocumentForm.tsx'
import { disclosureWords } from './words.ts'

type Step = keyof ReadDisclosure['may']

/** The steps open to this person now; the server says which. */
export function DisclosureActs({ disclosure }: { disclosure: ReadDisclosure }) {
  const own = useWords(disclosureWords)
  const changed = useChanged()
  const [step, setStep] = useState<Step>()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  const { id, version, may } = disclosure
  const dialog = { disclosure, onClose: close, onDone: done }
  return (
    <>
      <Button href={`/api/disclosure-document?id=${id}&format=docx`}>{own.docx}</Button>
      <Button href={`/api/disclosure-document?id=${id}&format=xlsx`}>{own.xlsx}</Button>
      {may.void && <Button danger onClick={() => setStep('void')}>{own.drop}</Button>}
      {may.assign && <Button onClick={() => setStep('assign')}>{own.assign}</Button>}
      {may.return && <Button onClick={() => setStep('return')}>{own.giveBack}</Button>}
      {may.correct && <Button onClick={() => setStep('correct')}>{own.correct}</Button>}
      {may.prepare && <Button type="primary" onClick={() => setStep('prepare')}>{own.edit}</Button>}
      {may.approve && <Button type="primary" onClick={() => setStep('approve')}>{own.approve}</Button>}
      {may.publish && <Button type="primary" onClick={() => setStep('publish')}>{own.publish}</Button>}
      {step === 'prepare' && <DocumentForm {...dialog} />}
      {step === 'publish' && <PublishDialog {...dialog} />}
      {step === 'correct' && <CorrectDialog {...dialog} />}
      {step === 'assign' && <AssignDialog {...dialog} />}
      <ConfirmDialog open={step === 'approve'} title={own.approveTitle} confirmLabel={own.approve} onCancel={close}
        onConfirm={async () => { await client.approveDisclosure({ id, version }); await done() }}>
        <p>{own.approveLead}</p>
      </ConfirmDialog>
      <ReasonDialog open={step === 'return'} title={own.giveBackTitle} confirmLabel={own.giveBack} onCancel={close}
        onConfirm={async reason => { await client.returnDisclosure({ id, version, reason }); await done() }} />
      <ReasonDialog open={step === 'void'} title={own.dropTitle} confirmLabel={own.drop} isDangerous onCancel={close}
        onConfirm={async reason => { await client.voidDisclosure({ id, version, reason }); await done() }} />
    </>
  )
}
