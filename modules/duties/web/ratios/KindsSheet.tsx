import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, useChanged, type ReadRatios } from '../api.ts'
import { words } from '../words.ts'
import { BodyDialog, RecordKindDialog } from './dialogs.tsx'
import { ratioWords } from './words.ts'

type Entry = ReadRatios['kinds'][number]

/** What the law takes the body for, from which day on, and by which paper. */
export function KindsSheet({ sheet }: { sheet: ReadRatios }) {
  const texts = useWords(words)
  const own = useWords(ratioWords)
  const [step, setStep] = useState<'record' | 'code'>()
  const [wrong, setWrong] = useState<Entry>()
  const changed = useChanged()
  const done = async () => { setStep(undefined); setWrong(undefined); await changed() }
  const standing = sheet.kinds.filter(({ withdrawnOn }) => withdrawnOn === null)
  const now = standing.find(({ fromOn }) => fromOn <= chinaToday())
  const acts = (
    <>
      <Button onClick={() => setStep('code')}>{own.setBody}</Button>
      <Button onClick={() => setStep('record')}>{own.recordKind}</Button>
    </>
  )
  return (
    <Sheet title={own.kinds} actions={sheet.mayExplain && acts}>
      {sheet.body.creditCode !== null && <p>{texts.creditCode} {sheet.body.creditCode}</p>}
      <ul className="xh-cards">
        {sheet.kinds.map(entry => (
          <li key={entry.id}>
            <KindEntry entry={entry} isNow={entry === now} />
            {sheet.mayExplain && entry.withdrawnOn === null && (
              <div className="xh-actions"><Button size="small" onClick={() => setWrong(entry)}>{own.withdraw}</Button></div>
            )}
          </li>
        ))}
      </ul>
      <p className="xh-secondary">{standing.length === 0 ? own.kindsDerived : own.kindsBefore}</p>
      {step === 'record' && <RecordKindDialog sheet={sheet} onClose={() => setStep(undefined)} onDone={done} />}
      {step === 'code' && <BodyDialog sheet={sheet} onClose={() => setStep(undefined)} onDone={done} />}
      {wrong !== undefined && (
        <ReasonDialog
          open title={own.withdrawTitle(texts.bodyKindWords[wrong.kind], wrong.fromOn)} confirmLabel={own.withdraw} presets={own.withdrawPresets}
          onCancel={() => setWrong(undefined)} onConfirm={async reason => { await client.withdrawBodyKind({ id: wrong.id, reason }); await done() }}
        >
          <p>{own.withdrawLead}</p>
        </ReasonDialog>
      )}
    </Sheet>
  )
}

function KindEntry({ entry, isNow }: { entry: Entry; isNow: boolean }) {
  const texts = useWords(words)
  const own = useWords(ratioWords)
  const { kind, fromOn, source, recordedName, withdrawnOn, withdrawnName, withdrawnReason } = entry
  return (
    <>
      <div className="xh-card-name">
        {own.kindFrom(fromOn)} · {texts.bodyKindWords[kind]}{' '}
        {isNow && <StatusTag tone="good">{own.kindHolds}</StatusTag>}
        {withdrawnOn !== null && <StatusTag tone="neutral">{own.kindWithdrawn}</StatusTag>}
      </div>
      <p className="xh-secondary">{texts.by(source, recordedName)}</p>
      {withdrawnOn !== null && <p className="xh-secondary">{own.kindWithdrawn} {own.withdrawnLine(withdrawnOn, withdrawnName ?? '', withdrawnReason ?? '')}</p>}
    </>
  )
}
