import { Form, Input, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { Colour } from '../../contract.ts'
import { chinaToday, client, type OpenedCase, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { colourOptions } from '../names.ts'
import { derivedColour, ScaleFields, type ScaleValues } from './ScaleFields.tsx'

type Values = ScaleValues & { assessedOn: string; colour?: Colour; overrideReason?: string }
type Input = Parameters<typeof client.assessRisk>[0]

const labels = { guardianship: '监护', physical: '生理', behaviour: '行为', assessedOn: '评估日期', colour: '调整颜色', overrideReason: '调整理由' }

/** Assesses the risk anew, beginning from the assessment before. */
export function AssessDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
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
    <FormDialog title="重新评估风险" onClose={onClose}>
      <RecordForm record={record} submitLabel="保存评估" onCancel={onClose}>
        <ScaleFields />
        <DateItem name="assessedOn" label={labels.assessedOn} required min={last?.assessedOn ?? of.openedOn} max={chinaToday()} />
        <Form.Item name="colour" label={labels.colour} extra="一般不填，按量表的颜色。调整要由另一个人审批，审批以前按较重的颜色走访。">
          <Select allowClear placeholder="不调整" options={colourOptions} />
        </Form.Item>
        {chosen !== undefined && chosen !== derived && (
          <Form.Item name="overrideReason" label={labels.overrideReason} rules={[{ required: true, whitespace: true, message: '调整颜色请写明理由。' }]}>
            <Input maxLength={200} placeholder="请不要写孩子的姓名" />
          </Form.Item>
        )}
      </RecordForm>
    </FormDialog>
  )
}
