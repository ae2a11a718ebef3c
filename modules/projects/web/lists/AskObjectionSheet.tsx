import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client } from '../api.ts'
import { sentenceOf } from './sentence.ts'
import { onlineWords } from './online-words.ts'

type Outcome = Awaited<ReturnType<typeof client.askObjection>>

/** What became of an objection, for whoever has its number; the number never stands in an address. */
export function AskObjectionSheet({ city }: { city: number }) {
  const own = useWords(onlineWords)
  const [outcome, setOutcome] = useState<Outcome>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const ask = async ({ number }: { number: string }) => {
    setIsBusy(true)
    setProblem(undefined)
    setOutcome(undefined)
    try {
      setOutcome(await client.askObjection({ city, number }))
    } catch (error) {
      setProblem(sentenceOf(error, own.sentences))
    }
    setIsBusy(false)
  }
  return (
    <Sheet title={own.ask}>
      <Form layout="vertical" className="xh-form" name="ask-objection" onFinish={values => void ask(values as { number: string })}>
        <Form.Item name="number" label={own.number} rules={[{ required: true, whitespace: true, message: own.numberNeeded }]}>
          <Input maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Form.Item>
        <div role="alert">{problem !== undefined && <Alert type="error" showIcon className="xh-gap" title={problem} />}</div>
        <Button htmlType="submit" loading={isBusy}>{own.look}</Button>
      </Form>
      <div role="status">
        {outcome !== undefined && (
          <Alert className="awards-outcome" type={outcome.state === 'open' ? 'info' : 'success'} showIcon title={own.states[outcome.state]}
            description={<Reasons outcome={outcome} />} />
        )}
      </div>
    </Sheet>
  )
}

/** When it came and was answered, and the reasons as they were written for whoever objected. */
function Reasons({ outcome: { cameOn, answeredOn, reply } }: { outcome: Outcome }) {
  const own = useWords(onlineWords)
  return (
    <>
      {reply !== null && <p className="awards-words">{reply}</p>}
      <p>{own.days(cameOn, answeredOn)}</p>
      {answeredOn !== null && <p>{own.more}</p>}
    </>
  )
}
