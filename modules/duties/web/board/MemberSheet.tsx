import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, useChanged, type ShownBody, type ShownMember } from '../api.ts'
import { OpenedContact } from '../OpenedContact.tsx'
import { EndDialog, MemberDialog } from './dialogs.tsx'
import { boardWords } from './words.ts'

type Step = { kind: 'add' } | { kind: 'edit' | 'end' | 'open'; member: ShownMember }

/** Members of the board by terms, those in office first. */
export function MemberSheet({ body, members, mayWrite, mayOpen }: { body: ShownBody; members: readonly ShownMember[]; mayWrite: boolean; mayOpen: boolean }) {
  const own = useWords(boardWords)
  const changed = useChanged()
  const [step, setStep] = useState<Step>()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  return (
    <Sheet title={own.members} actions={mayWrite && <Button onClick={() => setStep({ kind: 'add' })}>{own.add}</Button>}>
      {members.length === 0 && <p className="xh-secondary">{own.noMembers}</p>}
      <ul className="xh-cards">
        {members.map(member => (
          <li key={member.id}>
            <div className="xh-card-name">{member.name} · {own.roleWords[member.role]}</div>
            <p><OfficeTag member={member} /> {own.term(member.fromOn, member.untilOn)}{member.isPaid && ` · ${own.paid}`}</p>
            {member.endedOn !== null && <p className="xh-secondary">{own.endedOn} {member.endedOn} · {member.endReason}</p>}
            <div className="xh-actions">
              {mayOpen && member.hasContact && <Button onClick={() => setStep({ kind: 'open', member })}>{own.open}</Button>}
              {mayWrite && member.endedOn === null && <Button onClick={() => setStep({ kind: 'edit', member })}>{own.edit}</Button>}
              {mayWrite && member.isInOffice && member.endedOn === null && <Button onClick={() => setStep({ kind: 'end', member })}>{own.end}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {step?.kind === 'add' && <MemberDialog body={body} onClose={close} onDone={done} />}
      {step?.kind === 'edit' && <MemberDialog body={body} member={step.member} onClose={close} onDone={done} />}
      {step?.kind === 'end' && <EndDialog member={step.member} onClose={close} onDone={done} />}
      {step?.kind === 'open' && (
        <Modal open title={own.opened} footer={null} onCancel={close} destroyOnHidden>
          <OpenedContact open={async () => client.openBoardMember({ id: step.member.id })} />
        </Modal>
      )}
    </Sheet>
  )
}

function OfficeTag({ member }: { member: ShownMember }) {
  const own = useWords(boardWords)
  if (member.isInOffice) return <StatusTag tone="good">{own.inOffice}</StatusTag>
  return <StatusTag tone="neutral">{member.fromOn > chinaToday() ? own.later : own.past}</StatusTag>
}
