import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadTrail } from '../api.ts'
import { words } from '../words.ts'
import { openProblemWords } from './open-problem-words.ts'
import { inWords } from './open-problem.ts'
import { OpenFrame } from './OpenFrame.tsx'
import { TrailView } from './TrailView.tsx'
import { trailWords } from './words.ts'
import '../charity.css'

/** Where a gift went, for whoever has its code; the code never stands in an address. */
export default function TracePage() {
  const texts = useWords(words)
  const own = useWords(trailWords)
  const sentences = useWords(openProblemWords)
  const [trail, setTrail] = useState<ReadTrail>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const look = async ({ code }: { code: string }) => {
    setIsBusy(true)
    setProblem(undefined)
    try {
      setTrail(await client.traceGift({ code }))
    } catch (error) {
      setTrail(undefined)
      setProblem(inWords(error, sentences).message)
    }
    setIsBusy(false)
  }
  return (
    <OpenFrame>
      <Page title={own.title} lead={own.lead} width="text">
        <Sheet>
          <Form layout="vertical" className="xh-form" name="trace" onFinish={values => void look(values)}>
            <Form.Item name="code" label={own.code} rules={[{ required: true, whitespace: true, message: texts.needed(own.code) }]}>
              <Input className="charity-code" maxLength={60} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
            </Form.Item>
            <div role="alert">{problem && <Alert type="error" showIcon className="xh-gap" title={problem} />}</div>
            <Button type="primary" htmlType="submit" loading={isBusy}>{own.look}</Button>
          </Form>
        </Sheet>
        <div role="status" className="charity-stack">{trail && <TrailView trail={trail} />}</div>
      </Page>
    </OpenFrame>
  )
}
