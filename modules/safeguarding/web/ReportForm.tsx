import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { randomId } from '#platform/ui/api/random-id.ts'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { Situation } from '../contract.ts'
import { client, momentNow, type ShownGuide, type ShownReceipt } from './api.ts'
import { MomentItem } from './MomentItem.tsx'
import { authorityOptions } from './names.ts'

type Told = NonNullable<Parameters<typeof client.fileReport>[0]['told']>[number]
type Values = {
  situations: Situation[]; description?: string; place?: string; seenAt: string; seen: string; told?: Told[]; reporterPhone?: string; withheld?: string[]
}
type Input = Parameters<typeof client.fileReport>[0]
type FormProps = { guide: ShownGuide; childId: string | undefined; onFiled: (receipt: ShownReceipt) => void }

const labels = {
  situations: '属于哪种情形', description: '孩子是谁', place: '在哪里', seenAt: '什么时候发现的', seen: '看到、听到了什么', told: '已经报告过谁',
  reporterPhone: '您的联系电话', withheld: '不要告知',
}

/** What was seen, by whoever saw it. Nothing of it is kept on the device. */
export function ReportForm({ guide, childId, onFiled }: FormProps) {
  const [submissionKey] = useState(() => randomId())
  const record = useRecordForm<Values, Input, ShownReceipt>({
    name: 'file-report', labels, operation: client.fileReport, initialValues: { seenAt: momentNow() },
    toInput: values => inputOf(values, { submissionKey, childId }), refusalFields: { NOBODY_LEFT: 'withheld' }, onSaved: onFiled,
  })
  return (
    <RecordForm record={record} submitLabel="提交报告">
      <Form.Item
        name="situations" label={labels.situations} className="sg-choices" required rules={[{ required: true, message: '请至少选一种情形；拿不准就选最后一种。' }]}
      >
        <CheckboxGroup options={guide.situations.map(({ code, wording }) => ({ value: code, label: wording }))} />
      </Form.Item>
      {guide.childLabel
        ? <p className="xh-gap">孩子：<strong>{guide.childLabel}</strong></p>
        : (
          <Form.Item
            name="description" label={labels.description} extra="不知道姓名就写年龄、衣着、和谁在一起。加密保存。"
            rules={[{ required: true, whitespace: true, message: '请写清怎样能认出或找到孩子。' }]}
          >
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
        )}
      <Form.Item name="seen" label={labels.seen} extra="写事实，不必判断真假。加密保存。" rules={[{ required: true, whitespace: true, message: '请写看到或听到了什么。' }]}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="place" label={labels.place}><Input maxLength={200} /></Form.Item>
      <MomentItem name="seenAt" label={labels.seenAt} />
      <ToldList />
      <Form.Item name="reporterPhone" label={labels.reporterPhone} extra="方便核实，可不填；只有指定人员能看到。">
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
  return (
    <Form.List name="told">
      {(fields, { add, remove }) => (
        <div className="xh-gap">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="sg-told">
              <legend className="xh-secondary">已经报告</legend>
              <Form.Item name={[name, 'kind']} label="报告给" rules={[{ required: true, message: '请选择。' }]}><Select options={authorityOptions} /></Form.Item>
              <MomentItem name={[name, 'happenedAt']} label="报告时间" />
              <Form.Item name={[name, 'contact']} label="接报人员" rules={[{ required: true, whitespace: true, message: '请写谁接的报告，如“110接线员”。' }]}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'receiptNumber']} label="回执或接警编号"><Input maxLength={60} /></Form.Item>
              <Button type="link" onClick={() => remove(name)}>去掉这一条</Button>
            </fieldset>
          ))}
          {fields.length < 6 && (
            <Button className="sg-tell" icon={<PlusOutlined aria-hidden="true" />} onClick={() => add({ kind: 'police', happenedAt: momentNow() })}>
              我已经报过110或其他部门
            </Button>
          )}
        </div>
      )}
    </Form.List>
  )
}

/** Who will be told; somebody whom the matter touches can be kept out. */
function Recipients({ guide }: { guide: ShownGuide }) {
  if (guide.people.length === 0)
    return <Alert type="error" showIcon className="xh-gap" title="本单位和上级还没有人负责接收报告：请务必拨打110，并当面告诉关工委领导。报告仍会保存，落实人员后立即送达。" />
  const options = guide.people.map(({ accountId, personName, unitName }) => ({ value: accountId, label: `${personName}（${unitName}）` }))
  return (
    <>
      <p className="xh-gap">将立即告知：{options.map(({ label }) => label).join('、')}。</p>
      <Form.Item name="withheld" label={labels.withheld} extra="这件事与其中某人有关时才选；被选的人看不到这份报告。">
        <Select mode="multiple" allowClear options={options} placeholder="一般不用选" />
      </Form.Item>
    </>
  )
}
