import { App, Button, Form, Input, Radio, Select } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { FormKind } from '../../contract.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownForm } from '../api.ts'
import { optionsOf, useNames } from '../names.ts'
import { registerWords } from '../words/register-words.ts'

type Input = Parameters<typeof client.fillChildForm>[0]
type Values = { answers: Input['answers'] }

/** What the form itself asks. */
export function ChildFormFields({ id, kind, form, onSaved }: { id: string; kind: FormKind; form: ShownForm; onSaved: () => void }) {
  const texts = useWords(registerWords)
  const names = useNames()
  const { message } = App.useApp()
  const record = useRecordForm<Values, Input, unknown>({
    name: `child-form-${kind}`, operation: client.fillChildForm, labels: {}, initialValues: { answers: form.answers },
    toInput: ({ answers }) => ({ id, kind, version: form.version, answers }),
    onSaved: () => { void message.success(texts.formSaved); onSaved() },
  })
  return (
    <RecordForm record={record} submitLabel={texts.saveForm}>
      <Form.Item name={['answers', 'ethnicity']} label={texts.ethnicity}><Input maxLength={20} autoComplete="off" /></Form.Item>
      <Form.Item name={['answers', 'registeredAddress']} label={texts.registeredAddress}><Input maxLength={200} autoComplete="off" /></Form.Item>
      {kind === 'left-behind'
        ? <Form.Item name={['answers', 'boards']} label={texts.boards}>
            <Radio.Group options={[{ value: 'yes', label: texts.yes }, { value: 'no', label: texts.no }]} />
          </Form.Item>
        : <HousingFields />}
      <Form.Item name={['answers', 'incomes']} label={texts.incomes}><CheckboxGroup options={optionsOf(names.incomes)} /></Form.Item>
      <Form.Item name={['answers', 'aids']} label={texts.aids}><CheckboxGroup options={optionsOf(names.aids)} /></Form.Item>
      <RelativeFields />
      <Form.Item name={['answers', 'note']} label={texts.note}><Input.TextArea maxLength={500} rows={3} /></Form.Item>
    </RecordForm>
  )
}

function HousingFields() {
  const texts = useWords(registerWords)
  const names = useNames()
  return (
    <>
      <Form.Item name={['answers', 'housing']} label={texts.housing}><Radio.Group options={optionsOf(names.housings)} /></Form.Item>
      <WholeNumberItem name={['answers', 'yearlyIncomeYuan']} label={texts.yearlyIncome} min={0} max={100_000_000} />
    </>
  )
}

function RelativeFields() {
  const texts = useWords(registerWords)
  const names = useNames()
  return (
    <Form.List name={['answers', 'relatives']}>
      {(rows, { add, remove }) => (
        <fieldset>
          <legend>{texts.relatives}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="xh-gap">
              <Form.Item name={[name, 'relation']} label={texts.kin} rules={[{ required: true, message: texts.kinNeeded }]}>
                <Select options={optionsOf(names.relations)} />
              </Form.Item>
              <Form.Item name={[name, 'name']} label={texts.name} rules={[{ required: true, message: texts.nameNeeded }]}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <DateItem name={[name, 'birthOn']} label={texts.birthOn} />
              <Form.Item name={[name, 'workPlace']} label={texts.workPlace}><Input maxLength={100} autoComplete="off" /></Form.Item>
              <Form.Item name={[name, 'phone']} label={texts.tel}><Input maxLength={30} autoComplete="off" inputMode="tel" /></Form.Item>
              <Form.Item name={[name, 'idNumber']} label={texts.idNumber}><Input maxLength={30} autoComplete="off" /></Form.Item>
              <Button onClick={() => remove(name)}>{texts.removeKin}</Button>
            </div>
          ))}
          {rows.length < 8 && <Button onClick={() => add()}>{texts.addKin}</Button>}
        </fieldset>
      )}
    </Form.List>
  )
}
