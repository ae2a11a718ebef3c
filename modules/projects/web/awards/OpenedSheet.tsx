import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadAward } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { words } from '../words.ts'
import { awardWords } from './words.ts'
import '../awards.css'

type Opened = Awaited<ReturnType<typeof client.openAward>>

/** Words, payee and account number, opened with a reason that stays on record. */
export function OpenedSheet({ award }: { award: ReadAward }) {
  const own = useWords(awardWords)
  const [isAsking, setIsAsking] = useState(false)
  const [opened, setOpened] = useState<Opened>()
  return (
    <Sheet title={own.opened} actions={opened === undefined && <Button onClick={() => setIsAsking(true)}>{own.open}</Button>}>
      {opened === undefined ? <p className="xh-secondary">{own.openLead}</p> : <OpenedFacts opened={opened} />}
      <ReasonDialog
        open={isAsking} title={own.openTitle} confirmLabel={own.open} presets={own.openPresets} onCancel={() => setIsAsking(false)}
        onConfirm={async reason => { setOpened(await client.openAward({ id: award.id, reason })); setIsAsking(false) }}
      >
        <p>{own.openLead}</p>
      </ReasonDialog>
    </Sheet>
  )
}

function OpenedFacts({ opened }: { opened: Opened }) {
  const texts = useWords(words)
  const own = useWords(awardWords)
  const { payee } = opened
  return (
    <Facts lines={[
      fact(own.words, <span className="awards-words">{opened.words}</span>), payee === null && fact(texts.payee, texts.noPayee),
      payee !== null && fact(own.payeeName, payee.name), payee !== null && fact(own.account, payee.account), payee !== null && fact(own.bank, payee.bank),
      opened.refusal !== null && fact(own.bankSaid, opened.refusal),
      ...opened.notes.map(({ note }) => fact(own.notes, <span className="awards-words">{note}</span>)),
    ]} />
  )
}
