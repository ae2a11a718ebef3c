import { App, Form, Input } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { SearchSelect } from '#platform/ui/form/SearchSelect.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged } from '../api.ts'
import { FormDialog } from '../dialogs/FormDialog.tsx'
import { registerWords } from '../words/register-words.ts'

type Input = Parameters<typeof client.offerTransfer>[0]

/** Offers a child of the own unit to another one, which answers. */
export function OfferTransferDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const texts = useWords(registerWords)
  const changed = useChanged()
  const { message } = App.useApp()
  const record = useRecordForm<Omit<Input, 'childId'>, Input, unknown>({
    name: 'offer-transfer', operation: client.offerTransfer, initialValues: {}, labels: { toUnitId: texts.offerTo, explanation: texts.offerReason },
    refusalFields: { SAME_UNIT: 'toUnitId', UNIT_CLOSED: 'toUnitId' },
    toInput: (values) => ({ ...values, childId }),
    onSaved: async () => {
      await changed()
      void message.success(texts.offered)
      onClose()
    },
  })
  return (
    <FormDialog title={texts.offerTitle} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.offer} onCancel={onClose}>
        <p>{texts.offerLead}</p>
        <Form.Item name="toUnitId" label={texts.offerTo} rules={[{ required: true, message: texts.offerToNeeded }]}>
          <SearchSelect about="open-units" find={findUnits} hint={texts.unitHint} />
        </Form.Item>
        <Form.Item name="explanation" label={texts.offerReason} rules={[{ required: true, min: 4, message: texts.askReasonNeeded }]}>
          <Input.TextArea maxLength={300} rows={3} placeholder={texts.offerHint} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}

/** Any open unit of the city with a part of its name. */
const findUnits = async (q: string, signal: AbortSignal) => (await client.listTransferUnits({ q }, { signal })).items
  .map(({ id, name, above }) => ({ value: id, label: above === null ? name : `${above} · ${name}` }))
