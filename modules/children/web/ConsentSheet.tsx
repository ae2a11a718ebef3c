import { App, Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, type ShownCard, useChanged } from './api.ts'
import { ConsentScan } from './ConsentScan.tsx'
import { ConsentDialog } from './dialogs/ConsentDialog.tsx'
import { consentNames, formNames, relationNames } from './names.ts'

type Consent = ShownCard['consents'][number]

/** Who agreed to what, until when; each purpose apart. */
export function ConsentSheet({ child, mayChange }: { child: ShownCard; mayChange: boolean }) {
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Sheet title="知情同意" actions={mayChange && <Button onClick={() => setIsAdding(true)}>登记同意</Button>}>
      {child.consents.length === 0 && <p className="xh-secondary">还没有登记同意。开始帮扶前，请先取得监护人对“帮扶服务”的同意。</p>}
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
  const [isAsking, setIsAsking] = useState(false)
  const { message } = App.useApp()
  const changed = useChanged()
  const withdraw = async () => {
    await client.withdrawConsent({ id: child.id, consentId: consent.id })
    setIsAsking(false)
    void message.success('已记录撤回，从今天起不再有效。')
    await changed()
  }
  const state = consent.withdrawnOn ? (
    <StatusTag tone="neutral">已于 {consent.withdrawnOn} 撤回</StatusTag>
  ) : consent.isValid ? (
    <StatusTag tone="good">有效</StatusTag>
  ) : (
    <StatusTag tone="attention">不在有效期内</StatusTag>
  )
  return (
    <li className="xh-gap">
      <strong>{consentNames[consent.kind]}</strong>　{consent.covers} {state}
      <div className="xh-secondary">
        {consent.givenBy === null ? '孩子本人' : relationNames[consent.givenBy]}
        {formNames[consent.form]}同意，{consent.fromOn} 起{consent.untilOn ? `，至 ${consent.untilOn}` : '，未定期限'}
      </div>
      <div className="xh-actions">
        <ConsentScan childId={child.id} consent={consent} access={child.access} mayChange={mayChange} />
        {mayChange && consent.withdrawnOn === null && (
          <Button size="small" onClick={() => setIsAsking(true)}>
            撤回同意
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={isAsking}
        title="监护人要撤回这项同意？"
        confirmLabel="记录撤回"
        isDangerous
        onConfirm={withdraw}
        onCancel={() => setIsAsking(false)}
      >
        <p>撤回随时有效，不需要理由；撤回前已做的工作不受影响。</p>
      </ConfirmDialog>
    </li>
  )
}
