import { Button, Checkbox, Form, Input, Select } from 'antd'
import { idCardCheck, phoneCheck } from './checks.ts'
import { FactFields } from '../FactFields.tsx'
import { guardianshipNames, optionsOf, relationNames } from '../names.ts'

/** Guardians, one after the other; the first is the one to call. */
export function GuardianList() {
  return (
    <Form.List name="guardians">
      {(rows, { add, remove }, { errors }) => (
        <>
          {rows.map(({ key, name }, at) => (
            <fieldset key={key} className="xh-gap">
              <legend>监护人 {at + 1}</legend>
              <Form.Item name={[name, 'name']} label="姓名" rules={[{ required: true, message: '请填写监护人姓名。' }]}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'relation']} label="与孩子的关系">
                <Select options={optionsOf(relationNames)} />
              </Form.Item>
              <Form.Item name={[name, 'guardianship']} label="监护方式" initialValue="legal">
                <Select options={optionsOf(guardianshipNames)} />
              </Form.Item>
              <Form.Item name={[name, 'phone']} label="电话" rules={phoneCheck}>
                <Input maxLength={30} inputMode="tel" autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'idNumber']} label="身份证号码" rules={idCardCheck}>
                <Input maxLength={30} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'isPrimary']} valuePropName="checked">
                <Checkbox>主要监护人</Checkbox>
              </Form.Item>
              <Button onClick={() => remove(name)}>去掉这位监护人</Button>
            </fieldset>
          ))}
          <div role="alert" className="ant-form-item-explain-error">
            <Form.ErrorList errors={errors} />
          </div>
          {rows.length < 6 && <Button onClick={() => add({ relation: 'mother', isPrimary: rows.length === 0 })}>添加监护人</Button>}
        </>
      )}
    </Form.List>
  )
}

/** Facts, none at first: types follow from them. */
export function FactList() {
  return (
    <Form.List name="facts">
      {(rows, { add, remove }, { errors }) => (
        <>
          <p className="xh-secondary">父母、家庭、就学、居住等情况，逐条填写起始日期。平台按这些情况推算类型，不用自己选类型。</p>
          {rows.map(({ key, name }, at) => (
            <fieldset key={key} className="xh-gap">
              <legend>情况 {at + 1}</legend>
              <FactFields path={['facts', name]} />
              <Button onClick={() => remove(name)}>去掉这一条</Button>
            </fieldset>
          ))}
          <div role="alert" className="ant-form-item-explain-error">
            <Form.ErrorList errors={errors} />
          </div>
          <Button onClick={() => add({})}>添加情况</Button>
        </>
      )}
    </Form.List>
  )
}
