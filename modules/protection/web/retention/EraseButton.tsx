import { App, Button } from 'antd'
import { useState } from 'react'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { childClient, useChanged } from '../api.ts'
import { pageWords } from '../words/page-words.ts'

/** Erases the identity of a file whose time has passed; the act is that of the children. */
export function EraseButton({ childId, maskedName }: { childId: string; maskedName: string }) {
  const texts = useWords(pageWords)
  const changed = useChanged()
  const { message } = App.useApp()
  const [isAsking, setIsAsking] = useState(false)
  const erase = async (reason: string) => {
    await childClient.eraseChild({ id: childId, reason })
    setIsAsking(false)
    void message.success(texts.erased)
    await changed()
  }
  return (
    <>
      <Button danger onClick={() => setIsAsking(true)}>{texts.erase}</Button>
      <ReasonDialog
        open={isAsking} title={texts.eraseTitle(maskedName)} confirmLabel={texts.eraseConfirm} isDangerous presets={texts.erasePresets}
        onConfirm={erase} onCancel={() => setIsAsking(false)}
      >
        <p>{texts.eraseLead}</p>
      </ReasonDialog>
    </>
  )
}
