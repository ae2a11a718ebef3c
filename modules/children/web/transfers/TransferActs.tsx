import { App, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownTransfer, useChanged } from '../api.ts'
import { useNames } from '../names.ts'
import { registerWords } from '../words/register-words.ts'

const tones = { pending: 'attention', accepted: 'info', rejected: 'neutral', done: 'good', withdrawn: 'neutral' } as const

/** How far a transfer has come, and what this party may do: answer it, or take the own question back. */
export function TransferActs({ transfer }: { transfer: ShownTransfer }) {
  const texts = useWords(registerWords)
  const { transferStatuses } = useNames()
  const [dialog, setDialog] = useState<'accept' | 'reject' | 'take-back'>()
  const { run, close } = useAct(() => setDialog(undefined))
  const { id, version, party } = transfer
  const isWaiting = transfer.status === 'pending'
  const isOurs = transfer.beganBy === party
  const isGiving = party === 'holder'
  return (
    <>
      <StatusTag tone={tones[transfer.status]}>{transferStatuses[transfer.status]}</StatusTag>
      {(transfer.answeredName ?? transfer.answer) && <span className="xh-secondary"> {transfer.answeredName} {transfer.answer}</span>}
      {!isOurs && isWaiting && (
        <div className="xh-actions">
          <Button type="primary" onClick={() => setDialog('accept')}>{isGiving ? texts.agree : texts.takeOver}</Button>
          <Button onClick={() => setDialog('reject')}>{texts.disagree}</Button>
        </div>
      )}
      {isOurs && isWaiting && <div className="xh-actions"><Button onClick={() => setDialog('take-back')}>{texts.takeBack}</Button></div>}
      <ConfirmDialog
        open={dialog === 'accept'} title={isGiving ? texts.agreeTitle : texts.takeOverTitle} confirmLabel={isGiving ? texts.agree : texts.takeOver}
        onCancel={close} onConfirm={() => run(client.answerTransfer({ id, version, accepted: true }), isGiving ? texts.agreed : texts.takingOver)}
      >
        <p>{isGiving ? texts.agreeLead(transfer.toUnitName) : texts.takeOverLead(transfer.fromUnitName)}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={dialog === 'reject'} title={isGiving ? texts.disagreeTitle : texts.notTakeOver} confirmLabel={texts.disagree} onCancel={close}
        onConfirm={(answer) => run(client.answerTransfer({ id, version, accepted: false, answer }), texts.disagreed)}
      />
      <ConfirmDialog
        open={dialog === 'take-back'} title={texts.takeBackTitle} confirmLabel={texts.takeBack} onCancel={close}
        onConfirm={() => run(client.withdrawTransfer({ id, version }), texts.takenBack)}
      >
        <p>{texts.takeBackLead}</p>
      </ConfirmDialog>
    </>
  )
}

/** Does one act, says what came of it and asks everything anew. */
function useAct(close: () => void) {
  const { message } = App.useApp()
  const changed = useChanged()
  const run = async (asked: Promise<unknown>, said: string) => {
    await asked.catch((problem: unknown) => Promise.reject(toRefusal(problem)))
    close()
    void message.success(said)
    await changed()
  }
  return { run, close }
}
