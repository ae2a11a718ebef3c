import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { client, type ShownTwin } from './api.ts'
import { TwinList } from './TwinList.tsx'

/** What was asked for, to begin the form with. */
export type Sought = { name: string; birthOn?: string; phone?: string; idNumber?: string }

/** First step of registering: is the person there already? */
export function SearchFirst({ onNew }: { onNew: (sought: Sought, twins: readonly ShownTwin[]) => void }) {
  const [form] = Form.useForm<Sought>()
  const [found, setFound] = useState<{ sought: Sought; twins: readonly ShownTwin[] }>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const look = async (sought: Sought) => {
    setIsBusy(true)
    setProblem(undefined)
    try {
      const { twins } = await client.checkBeforeCreate(sought)
      if (twins.length === 0) onNew(sought, [])
      else setFound({ sought, twins })
    } catch (refused) {
      setProblem(toRefusal(refused).message)
    }
    setIsBusy(false)
  }
  const isSameNumber = found?.twins.some((twin) => twin.reasons.includes('id-number')) ?? false
  return (
    <Form form={form} layout="vertical" className="xh-form" name="seek" onFinish={(sought) => void look(sought)} onValuesChange={() => setFound(undefined)}>
      <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名。' }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name="idNumber" label="身份证号" extra="填了身份证号，性别和出生日期会自动带出。"><Input maxLength={40} autoComplete="off" /></Form.Item>
      <DateItem name="birthOn" label="出生日期" />
      <Form.Item name="phone" label="联系电话"><Input inputMode="tel" maxLength={40} autoComplete="off" /></Form.Item>
      <div role="alert">{problem && <Alert type="error" showIcon className="xh-gap" title={problem} />}</div>
      <div role="status">
        {found && (
          <Alert
            type="warning" showIcon className="xh-gap" title={isSameNumber ? '这个身份证号码已经登记过' : '可能已经登记过，请先核对'}
            description={<TwinList twins={found.twins} />}
          />
        )}
      </div>
      <div className="xh-form-foot">
        <Button type="primary" htmlType="submit" loading={isBusy}>查一查是否已登记</Button>
        {found && !isSameNumber && <Button onClick={() => onNew(found.sought, found.twins)}>都不是，继续登记</Button>}
      </div>
    </Form>
  )
}
