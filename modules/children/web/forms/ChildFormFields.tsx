import { App, Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { FormKind } from '../../contract.ts'
import { aidNames, housingNames, incomeNames } from '../../rules/form-lines.ts'
import { client, type ShownForm } from '../api.ts'
import { optionsOf, relationNames } from '../names.ts'

type Input = Parameters<typeof client.fillChildForm>[0]
type Values = { answers: Input['answers'] }

/** What the form itself asks. */
export function ChildFormFields({ id, kind, form, onSaved }: { id: string; kind: FormKind; form: ShownForm; onSaved: () => void }) {
  const { message } = App.useApp()
  const record = useRecordForm<Values, Input, unknown>({
    name: `child-form-${kind}`, operation: client.fillChildForm, labels: {}, initialValues: { answers: form.answers },
    toInput: ({ answers }) => ({ id, kind, version: form.version, answers }),
    onSaved: () => { void message.success('登记表已保存。'); onSaved() },
  })
  return (
    <RecordForm record={record} submitLabel="保存登记表">
      <Form.Item name={['answers', 'ethnicity']} label="民族"><Input maxLength={20} autoComplete="off" /></Form.Item>
      <Form.Item name={['answers', 'registeredAddress']} label="户籍地"><Input maxLength={200} autoComplete="off" /></Form.Item>
      {kind === 'left-behind'
        ? <Form.Item name={['answers', 'boards']} label="是否寄宿"><Radio.Group options={[{ value: 'yes', label: '是' }, { value: 'no', label: '否' }]} /></Form.Item>
        : <HousingFields />}
      <Form.Item name={['answers', 'incomes']} label="经济来源"><CheckboxGroup options={optionsOf(incomeNames)} /></Form.Item>
      <Form.Item name={['answers', 'aids']} label="救助情况"><CheckboxGroup options={optionsOf(aidNames)} /></Form.Item>
      <RelativeFields />
      <Form.Item name={['answers', 'note']} label="备注"><Input.TextArea maxLength={500} rows={3} /></Form.Item>
    </RecordForm>
  )
}

function HousingFields() {
  return (
    <>
      <Form.Item name={['answers', 'housing']} label="住房"><Radio.Group options={optionsOf(housingNames)} /></Form.Item>
      <Form.Item name={['answers', 'yearlyIncomeYuan']} label="家庭年收入（元）"><InputNumber min={0} max={100_000_000} precision={0} /></Form.Item>
    </>
  )
}

function RelativeFields() {
  return (
    <Form.List name={['answers', 'relatives']}>
      {(rows, { add, remove }) => (
        <fieldset>
          <legend>父母、祖父母等亲属（已登记为监护人的不必再填）</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="xh-gap">
              <Form.Item name={[name, 'relation']} label="关系" rules={[{ required: true, message: '请选择关系。' }]}>
                <Select options={optionsOf(relationNames)} />
              </Form.Item>
              <Form.Item name={[name, 'name']} label="姓名" rules={[{ required: true, message: '请填写姓名。' }]}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <DateItem name={[name, 'birthOn']} label="出生日期" />
              <Form.Item name={[name, 'workPlace']} label="务工地点"><Input maxLength={100} autoComplete="off" /></Form.Item>
              <Form.Item name={[name, 'phone']} label="电话"><Input maxLength={30} autoComplete="off" inputMode="tel" /></Form.Item>
              <Form.Item name={[name, 'idNumber']} label="身份证号码"><Input maxLength={30} autoComplete="off" /></Form.Item>
              <Button onClick={() => remove(name)}>删去这位亲属</Button>
            </div>
          ))}
          {rows.length < 8 && <Button onClick={() => add()}>添加亲属</Button>}
        </fieldset>
      )}
    </Form.List>
  )
}
