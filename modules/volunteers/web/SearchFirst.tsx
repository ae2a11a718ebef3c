import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownTwin } from './api.ts'
import { TwinList } from './TwinList.tsx'
import { formWords } from './words.ts'

/** What was asked for, to begin the form with. */
export type Sought = { name: string; birthOn?: string; phone?: string; idNumber?: string }

/** First step of registering: is the person there already? */
export function SearchFirst({ onNew }: { onNew: (sought: Sought, twins: readonly ShownTwin[]) => void }) {
  const texts = useWords(formWords)
  const { fields } = texts
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
      <Form.Item name="name" label={fields.name} rules={[{ required: true, message: texts.nameNeeded }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name="idNumber" label={fields.idNumber} extra={texts.idNumberHelp}><Input maxLength={40} autoComplete="off" /></Form.Item>
      <DateItem name="birthOn" label={fields.birthOn} />
      <Form.Item name="phone" label={fields.phone}><Input inputMode="tel" maxLength={40} autoComplete="off" /></Form.Item>
      <div role="alert">{problem && <Alert type="error" showIcon className="xh-gap" title={problem} />}</div>
      <div role="status">
        {found && (
          <Alert
            type="warning" showIcon className="xh-gap" title={isSameNumber ? texts.sameNumber : texts.maybeKnown}
            description={<TwinList twins={found.twins} />}
          />
        )}
      </div>
      <div className="xh-form-foot">
        <Button type="primary" htmlType="submit" loading={isBusy}>{texts.look}</Button>
        {found && !isSameNumber && <Button onClick={() => onNew(found.sought, found.twins)}>{texts.noneOfThem}</Button>}
      </div>
    </Form>
  )
}
