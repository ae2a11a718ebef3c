import { Button, Checkbox, Form, Input, Select } from 'antd'
import { idCardCheck, phoneCheck } from './checks.ts'
import { FactFields } from '../FactFields.tsx'
import { useWords } from '#platform/ui/words.ts'
import { optionsOf, useNames } from '../names.ts'
import { registerWords } from '../words/register-words.ts'

/** Guardians, one after the other; the first is the one to call. */
export function GuardianList() {
  const texts = useWords(registerWords)
  const names = useNames()
  return (
    <Form.List name="guardians">
      {(rows, { add, remove }, { errors }) => (
        <>
          {rows.map(({ key, name }, at) => (
            <fieldset key={key} className="xh-gap">
              <legend>{texts.guardianOf(at + 1)}</legend>
              <Form.Item name={[name, 'name']} label={texts.name} rules={[{ required: true, message: texts.guardianName }]}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'relation']} label={texts.relation} rules={[{ required: true, message: texts.kinNeeded }]}>
                <Select options={optionsOf(names.relations)} />
              </Form.Item>
              <Form.Item name={[name, 'guardianship']} label={texts.guardianship} initialValue="legal">
                <Select options={optionsOf(names.guardianships)} />
              </Form.Item>
              <Form.Item name={[name, 'phone']} label={texts.tel} rules={phoneCheck}>
                <Input maxLength={30} inputMode="tel" autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'idNumber']} label={texts.idNumber} rules={idCardCheck}>
                <Input maxLength={30} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'isPrimary']} valuePropName="checked">
                <Checkbox>{texts.primary}</Checkbox>
              </Form.Item>
              <Button onClick={() => remove(name)}>{texts.removeGuardian}</Button>
            </fieldset>
          ))}
          <div role="alert" className="ant-form-item-explain-error">
            <Form.ErrorList errors={errors} />
          </div>
          {rows.length < 6 && <Button onClick={() => add({ isPrimary: rows.length === 0 })}>{texts.addGuardian}</Button>}
        </>
      )}
    </Form.List>
  )
}

/** Facts, none at first: types follow from them. */
export function FactList() {
  const texts = useWords(registerWords)
  return (
    <Form.List name="facts">
      {(rows, { add, remove }, { errors }) => (
        <>
          <p className="xh-secondary">{texts.factLead}</p>
          {rows.map(({ key, name }, at) => (
            <fieldset key={key} className="xh-gap">
              <legend>{texts.factOf(at + 1)}</legend>
              <FactFields path={['facts', name]} />
              <Button onClick={() => remove(name)}>{texts.removeFact}</Button>
            </fieldset>
          ))}
          <div role="alert" className="ant-form-item-explain-error">
            <Form.ErrorList errors={errors} />
          </div>
          <Button onClick={() => add({})}>{texts.addFact}</Button>
        </>
      )}
    </Form.List>
  )
}
