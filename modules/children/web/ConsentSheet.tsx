import { App, Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, type ShownCard, useChanged } from './api.ts'
import { ConsentScan } from './ConsentScan.tsx'
import { ConsentDialog } from './dialogs/ConsentDialog.tsx'
import { useWords } from '#platform/ui/words.ts'
import { useNames } from './names.ts'
import { fileWords } from './words/file-words.ts'

type Consent = ShownCard['consents'][number]

/** Who agreed to what, until when; each purpose apart. */
export function ConsentSheet({ child, mayChange }: { child: ShownCard; mayChange: boolean }) {
  const texts = useWords(fileWords)
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Sheet title={texts.consents} actions={mayChange && <Button onClick={() => setIsAdding(true)}>{texts.addConsent}</Button>}>
      {child.consents.length === 0 && <p className="xh-secondary">{texts.noConsents}</p>}
      <ul className="xh-plain">
        {child.consents.map((consent) => (
          <ConsentLine key={consent.id} child={child} consent={consent} mayChange={mayChange} />
        ))}
      </ul>
      {isAdding && <ConsentDialog child={child} onClose={() => setIsAdding(false)} />}
    </Sheet>
  )
}

function ConsentLine({ child, consent, mayChange }: { child: ShownCard; consent: Consent; mayChange: boolean }) {
  const texts = useWords(fileWords)
  const names = useNames()
  const [isAsking, setIsAsking] = useState(false)
  const [isRenewing, setIsRenewing] = useState(false)
  const { message } = App.useApp()
  const changed = useChanged()
  const withdraw = async () => {
    await client.withdrawConsent({ id: child.id, consentId: consent.id })
    setIsAsking(false)
    void message.success(texts.withdrawn)
    await changed()
  }
  const state = consent.withdrawnOn ? (
    <StatusTag tone="neutral">{texts.withdrawnOn(consent.withdrawnOn)}</StatusTag>
  ) : consent.isValid ? (
    <StatusTag tone="good">{texts.valid}</StatusTag>
  ) : (
    <StatusTag tone="attention">{texts.notValid}</StatusTag>
  )
  return (
    <li className="xh-gap">
      <strong>{names.consents[consent.kind]}</strong>{' '}{consent.covers} {state}
      <div className="xh-secondary">
        {texts.givenBy(consent.givenBy === null ? texts.self : names.relations[consent.givenBy], names.consentForms[consent.form], consent.fromOn,
          consent.untilOn)}
      </div>
      <div className="xh-actions">
        {child.status !== 'erased' && <ConsentScan childId={child.id} consent={consent} access={child.access} mayChange={mayChange} />}
        {mayChange && consent.withdrawnOn === null && consent.untilOn !== null && (
          <Button size="small" onClick={() => setIsRenewing(true)}>{texts.renew}</Button>
        )}
        {mayChange && consent.withdrawnOn === null && (
          <Button size="small" onClick={() => setIsAsking(true)}>
            {texts.withdraw}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={isAsking}
        title={texts.withdrawTitle}
        confirmLabel={texts.recordWithdrawal}
        isDangerous
        onConfirm={withdraw}
        onCancel={() => setIsAsking(false)}
      >
        <p>{texts.withdrawLead}{texts.withdrawEffects[consent.kind]}</p>
      </ConfirmDialog>
      {isRenewing && <ConsentDialog child={child} like={consent} onClose={() => setIsRenewing(false)} />}
    </li>
  )
}
