import { Alert, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { words } from './words.ts'

/** What is sealed, opened on demand and on record. */
export function SealedSheet<Opened>({ title, open, children }: { title: string; open: () => Promise<Opened>; children: (opened: Opened) => ReactNode }) {
  const texts = useWords(words)
  const [opened, setOpened] = useState<Opened>()
  const [problem, setProblem] = useState<string>()
  const ask = async () => {
    try {
      setOpened(await open())
    } catch (error) {
      setProblem(toRefusal(error).message)
    }
  }
  return (
    <Sheet title={title} actions={opened === undefined && <Button onClick={() => void ask()}>{texts.openRecorded}</Button>}>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} />}</div>
      {opened === undefined ? <p className="xh-secondary">{texts.sealedLead}</p> : children(opened)}
    </Sheet>
  )
}
