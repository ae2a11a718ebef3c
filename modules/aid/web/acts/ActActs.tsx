import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { childQueries, client, type ReadAct, useChanged } from '../api.ts'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { actWords } from './words.ts'

type Step = 'give' | 'receive' | 'void'

/** The steps open to this person now, and the sheet to be signed. */
export function ActActs({ act }: { act: ReadAct }) {
  const own = useWords(actWords)
  const [step, setStep] = useState<Step>()
  const changed = useChanged()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  const { may, id, version } = act
  return (
    <>
      {may.print && <SheetLinks act={act} />}
      {may.void && <Button danger onClick={() => setStep('void')}>{own.void}</Button>}
      {may.give && <Button type="primary" onClick={() => setStep('give')}>{own.give}</Button>}
      {may.receive && <Button type="primary" onClick={() => setStep('receive')}>{own.receive}</Button>}
      {step === 'give' && <GiveDialog act={act} onClose={close} onDone={done} />}
      {step === 'receive' && <ReceiptDialog act={act} onClose={close} onDone={done} />}
      <ReasonDialog
        open={step === 'void'} title={own.voidTitle} confirmLabel={own.void} isDangerous onCancel={close} presets={own.voidPresets}
        onConfirm={async reason => { await client.voidAct({ id, version, reason }); await done() }}
      >
        <p>{own.voidLead}</p>
      </ReasonDialog>
    </>
  )
}

/** Masked for everybody who gives; with name and address only under an approval of one's own that names both. */
function SheetLinks({ act }: { act: ReadAct }) {
  const own = useWords(actWords)
  const { data } = useQuery(childQueries.getChild.queryOptions({ input: { id: act.childId } }))
  const covering = data?.access.find(({ fields }) => fields.includes('name') && fields.includes('address'))
  const address = `/api/aid-acts/handover-sheet.docx?id=${act.id}`
  return (
    <>
      <Button href={address}>{own.print}</Button>
      {covering && <Button href={`${address}&purpose=${covering.purpose}`}>{own.printNamed}</Button>}
    </>
  )
}

function GiveDialog({ act, onClose, onDone }: { act: ReadAct; onClose: () => void; onDone: () => Promise<void> }) {
  const own = useWords(actWords)
  const record = useRecordForm<{ givenOn: string }, Parameters<typeof client.giveAct>[0], unknown>({
    name: 'give-act', labels: { givenOn: own.givenOn }, operation: client.giveAct, initialValues: { givenOn: chinaToday() }, onSaved: onDone,
    toInput: ({ givenOn }) => ({ id: act.id, version: act.version, givenOn }),
  })
  return (
    <Modal open title={own.giveTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.giveLead}</p>
      <RecordForm record={record} submitLabel={own.give} onCancel={onClose}><DateItem name="givenOn" label={own.givenOn} required /></RecordForm>
    </Modal>
  )
}
