import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { randomId } from '#platform/ui/api/random-id.ts'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import type { Situation } from '../contract.ts'
import { client, momentNow, type ShownGuide, type ShownReceipt } from './api.ts'
import { MomentItem } from './MomentItem.tsx'
import { reportWords } from './report-words.ts'
import { optionsOf, words } from './words.ts'

type Told = NonNullable<Parameters<typeof client.fileReport>[0]['told']>[number]
type Values = {
  situations: Situation[]; description?: string; place?: string; seenAt: string; seen: string; told?: Told[]; reporterPhone?: string; withheld?: string[]
}
type Input = Parameters<typeof client.fileReport>[0]
type FormProps = { guide: ShownGuide; childId: string | undefined; onFiled: (receipt: ShownReceipt) => void }

/** What was seen, by whoever saw it. Nothing of it is kept on the device. */
export function ReportForm({ guide, childId, onFiled }: FormProps) {
  const texts = useWords(reportWords)
  const labels = { ...texts, told: texts.toldAlready }
  const { situationTitles } = useWords(words)
  const [submissionKey] = useState(() => randomId())
  const record = useRecordForm<Values, Input, ShownReceipt>({
    name: 'file-report', labels, operation: client.fileReport, initialValues: { seenAt: momentNow() },
    toInput: values => inputOf(values, { submissionKey, childId }), refusalFields: { NOBODY_LEFT: 'withheld' }, onSaved: onFiled,
  })
  return (
    <RecordForm record={record} submitLabel={texts.submit}>
      <Form.Item
        name="situations" label={labels.situations} className="sg-choices" required rules={[{ required: true, message: texts.situationNeeded }]}
      >
        <CheckboxGroup options={guide.situations.map(({ code, wording }) => ({ value: code, label: texts.situationOf(situationTitles[code], wording) }))} />
      </Form.Item>
      {guide.childLabel
        ? <p className="xh-gap">{texts.childWord}<strong>{guide.childLabel}</strong></p>
        : (
          <Form.Item
            name="description" label={labels.description} extra={texts.descriptionLead}
            rules={[{ required: true, whitespace: true, message: texts.descriptionNeeded }]}
          >
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        )}
      <Form.Item name="seen" label={labels.seen} extra={texts.seenLead} rules={[{ required: true, whitespace: true, message: texts.seenNeeded }]}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="place" label={labels.place}><Input maxLength={200} /></Form.Item>
      <MomentItem name="seenAt" label={labels.seenAt} />
      <ToldList />
      <Form.Item name="reporterPhone" label={labels.reporterPhone} extra={texts.phoneLead}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Recipients guide={guide} />
    </RecordForm>
  )
}

function inputOf({ situations, seenAt, seen, ...values }: Values, { submissionKey, childId }: { submissionKey: string; childId: string | undefined }): Input {
  return {
    submissionKey, situations, seenAt: seenAt.slice(0, 16), seen, description: values.description ?? '', place: values.place ?? '',
    withheld: values.withheld ?? [],
    told: (values.told ?? []).map(({ receiptNumber, happenedAt, ...told }) => (
      { ...told, happenedAt: happenedAt.slice(0, 16), ...(receiptNumber ? { receiptNumber } : {}) })),
    ...(childId === undefined ? {} : { childId }), ...(values.reporterPhone?.trim() ? { reporterPhone: values.reporterPhone } : {}),
  }
}

/** Whom it was told already, with time and receipt. */
function ToldList() {
  const texts = useWords(reportWords)
  const { authorities } = optionsOf(useWords(words))
  return (
    <Form.List name="told">
      {(fields, { add, remove }) => (
        <div className="xh-gap">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="sg-told">
              <legend className="xh-secondary">{texts.toldLegend}</legend>
              <Form.Item name={[name, 'kind']} label={texts.toldTo} rules={[{ required: true, message: texts.choose }]}>
                <Select options={authorities} />
              </Form.Item>
              <MomentItem name={[name, 'happenedAt']} label={texts.toldAt} />
              <Form.Item name={[name, 'contact']} label={texts.contact} rules={[{ required: true, whitespace: true, message: texts.contactNeeded }]}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'receiptNumber']} label={texts.receipt}><Input maxLength={60} /></Form.Item>
              <Button type="link" onClick={() => remove(name)}>{texts.removeTold}</Button>
            </fieldset>
          ))}
          {fields.length < 6 && (
            <Button className="sg-tell" icon={<PlusOutlined aria-hidden="true" />} onClick={() => add({ kind: 'police', happenedAt: momentNow() })}>
              {texts.addTold}
            </Button>
          )}
        </div>
      )}
    </Form.List>
  )
}

/** Who will be told; somebody whom the matter touches can be kept out. */
function Recipients({ guide }: { guide: ShownGuide }) {
  const texts = useWords(reportWords)
  const { aside, listed } = useWords()
  if (guide.people.length === 0)
    return <Alert type="error" showIcon className="xh-gap" title={texts.nobodyResponsible} />
  const options = guide.people.map(({ accountId, personName, unitName }) => ({ value: accountId, label: personName + aside(unitName) }))
  return (
    <>
      <p className="xh-gap">{texts.willTell(listed(options.map(({ label }) => label)))}</p>
      <Form.Item name="withheld" label={texts.withheld} extra={texts.withheldLead}>
        <Select mode="multiple" allowClear options={options} placeholder={texts.withheldHint} />
      </Form.Item>
    </>
  )
}
