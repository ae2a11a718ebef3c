import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { holdsIdentityNumber } from '../../rules/objections.ts'
import { client } from '../api.ts'
import { sentenceOf } from './sentence.ts'
import { onlineWords } from './online-words.ts'

type Values = { words: string; contact?: string }

/** Anybody objects to a list that is shown; the number to ask by is told once, there. */
export function ObjectOnline({ city, listId, onSent, onClose }: { city: number; listId: string; onSent: () => void; onClose: () => void }) {
  const own = useWords(onlineWords)
  const [number, setNumber] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const send = async ({ words, contact = '' }: Values) => {
    setIsBusy(true)
    setProblem(undefined)
    try {
      const sent = await client.sendObjection({ city, id: listId, words, ...(contact.trim() === '' ? {} : { contact }) })
      setNumber(sent.number)
      onSent()
    } catch (error) {
      setProblem(sentenceOf(error, own.sentences))
    }
    setIsBusy(false)
  }
  const noIdentity = {
    validator: async (_rule: unknown, text?: string) => { if (holdsIdentityNumber(text ?? '')) throw new Error(own.noIdentity) },
  }
  return (
    <Modal open title={number === undefined ? own.object : own.sent} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      {number === undefined ? (
        <Form layout="vertical" className="xh-form" name="object-online" onFinish={values => void send(values as Values)}>
          <p className="xh-gap">{own.lead}</p>
          <Form.Item name="words" label={own.words} rules={[{ required: true, whitespace: true, message: own.needed }, noIdentity]}>
            <Input.TextArea rows={5} maxLength={1000} showCount />
          </Form.Item>
          <Form.Item name="contact" label={own.contact} extra={own.contactHint} rules={[noIdentity]}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <div role="alert">{problem !== undefined && <Alert type="error" showIcon className="xh-gap" title={problem} />}</div>
          <div className="xh-actions">
            <Button type="primary" htmlType="submit" loading={isBusy}>{own.send}</Button><Button onClick={onClose}>{own.cancel}</Button>
          </div>
        </Form>
      ) : (
        <>
          <p>{own.numberLead}</p>
          <p className="awards-number" role="status">{number}</p>
          <p className="xh-secondary">{own.numberHint}</p>
          <div className="xh-actions"><Button type="primary" onClick={onClose}>{own.noted}</Button></div>
        </>
      )}
    </Modal>
  )
}
