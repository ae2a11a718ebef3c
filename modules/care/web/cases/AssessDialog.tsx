import { Form, Input, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { Colour } from '../../contract.ts'
import { client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { derivedColour, ScaleFields, type ScaleValues } from './ScaleFields.tsx'
import { careWords } from '../words.ts'
import { riskPageWords } from './risk-words.ts'

type Values = ScaleValues & { assessedOn: string; colour?: Colour; overrideReason?: string }
type Input = Parameters<typeof client.assessRisk>[0]

/** Assesses the risk anew, beginning from the assessment before. */
export function AssessDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const words = useWords(riskPageWords)
  const care = useWords(careWords)
  const labels = { ...care.scales, assessedOn: words.day, colour: words.adjust, overrideReason: words.adjustReason }
  const changed = useChanged()
  const last = of.assessments[0]
  const record = useRecordForm<Values, Input, unknown>({
    name: 'assess', labels, operation: client.assessRisk, initialValues: { ...last?.scores, assessedOn: chinaToday() },
    toInput: ({ guardianship = 0, physical = 0, behaviour = 0, assessedOn, colour, overrideReason }) => ({
      id: of.id, assessedOn, scores: { guardianship, physical, behaviour }, ...(colour ? { colour } : {}), ...(overrideReason ? { overrideReason } : {}),
    }),
    refusalFields: { ASSESSMENT_OUTSIDE_CASE: 'assessedOn' }, onSaved: async () => { onClose(); await changed() },
  })
  const derived = derivedColour(Form.useWatch([], record.form) as ScaleValues | undefined ?? {})
  const chosen = Form.useWatch('colour', record.form)
  return (
    <FormDialog title={words.title} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.save} onCancel={onClose}>
        <ScaleFields />
        <DateItem name="assessedOn" label={labels.assessedOn} required min={last?.assessedOn ?? of.openedOn} max={chinaToday()} />
        <Form.Item name="colour" label={labels.colour} extra={words.adjustHint}>
          <Select allowClear placeholder={words.noAdjustment} options={optionsOf(care.colourChoices)} />
        </Form.Item>
        {chosen !== undefined && chosen !== derived && (
          <Form.Item name="overrideReason" label={labels.overrideReason} rules={[{ required: true, whitespace: true, message: words.adjustReasonNeeded }]}>
            <Input maxLength={200} placeholder={care.noName} />
          </Form.Item>
        )}
      </RecordForm>
    </FormDialog>
  )
}
