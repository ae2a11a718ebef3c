import { Alert, App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { client, type ShownCard, useChanged } from './api.ts'
import { FormDialog } from './dialogs/FormDialog.tsx'
import { useWords } from '#platform/ui/words.ts'
import { optionsOf, useNames } from './names.ts'
import { OfferTransferDialog } from './transfers/OfferTransferDialog.tsx'
import { childWords } from './words/child-words.ts'
import { registerWords } from './words/register-words.ts'

/** What moves or ends a file: an offer to another unit, closing, and afterwards, by the responsible person, the erasure of identity. */
export function ChildActs({ child }: { child: ShownCard }) {
  const texts = useWords(childWords)
  const { may } = useSession()
  const { offer } = useWords(registerWords)
  const [dialog, setDialog] = useState<'close' | 'erase' | 'offer'>()
  const { message } = App.useApp()
  const changed = useChanged()
  const erase = async (reason: string) => {
    await client.eraseChild({ id: child.id, reason })
    setDialog(undefined)
    void message.success(texts.erased)
    await changed()
  }
  return (
    <>
      {may('child.transfer') && child.status === 'registered' && <Button onClick={() => setDialog('offer')}>{offer}</Button>}
      {may('child.close') && child.status === 'registered' && <Button onClick={() => setDialog('close')}>{texts.close}</Button>}
      {may('child.erase') && child.status === 'closed' && <Button danger onClick={() => setDialog('erase')}>{texts.erase}</Button>}
      {dialog === 'offer' && <OfferTransferDialog childId={child.id} onClose={() => setDialog(undefined)} />}
      {dialog === 'close' && <CloseChildDialog child={child} onClose={() => setDialog(undefined)} />}
      <ReasonDialog
        open={dialog === 'erase'} title={texts.eraseTitle} confirmLabel={texts.eraseConfirm} isDangerous onConfirm={erase} onCancel={() => setDialog(undefined)}
      >
        <p>{texts.eraseLead}</p>
      </ReasonDialog>
    </>
  )
}

type Input = Parameters<typeof client.closeChild>[0]

function CloseChildDialog({ child, onClose }: { child: ShownCard; onClose: () => void }) {
  const texts = useWords(childWords)
  const { closings } = useNames()
  const changed = useChanged()
  const record = useRecordForm<Omit<Input, 'id'>, Input, unknown>({
    name: 'close-child', labels: { reason: texts.reason, closedOn: texts.closingDay }, operation: client.closeChild, initialValues: { version: child.version },
    toInput: (values) => ({ ...values, id: child.id, version: child.version }), onSaved: async () => { await changed(); onClose() },
  })
  const reason = Form.useWatch('reason', record.form)
  return (
    <FormDialog title={texts.close} onClose={onClose}>
      <p>{texts.closeLead}</p>
      <RecordForm record={record} submitLabel={texts.close} onCancel={onClose}>
        <Form.Item name="reason" label={texts.reason} rules={[{ required: true, message: texts.reasonNeeded }]}>
          <Select options={optionsOf(closings)} />
        </Form.Item>
        {reason === 'moved-away' && <Alert type="info" showIcon className="xh-gap" title={texts.movedWithin} />}
        <DateItem name="closedOn" label={texts.closingDay} required min={child.registeredOn} />
      </RecordForm>
    </FormDialog>
  )
}
