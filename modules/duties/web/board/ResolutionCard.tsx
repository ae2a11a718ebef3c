import { Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { choices, type Choice } from '../../contract.ts'
import { client, useChanged, type ReadMeeting } from '../api.ts'
import { choicesOf } from '../names.ts'
import { words } from '../words.ts'
import { boardWords } from './words.ts'
import '../duties.css'

type Resolution = ReadMeeting['resolutions'][number]
const tones: Readonly<Record<Resolution['status'], Tone>> = { open: 'attention', adopted: 'good', rejected: 'danger' }

/** One resolution with its rule, its votes and what they come to. */
export function ResolutionCard({ meeting, resolution }: { meeting: ReadMeeting; resolution: Resolution }) {
  const texts = useWords(words)
  const own = useWords(boardWords)
  const changed = useChanged()
  const [isVoting, setIsVoting] = useState(false)
  const { matter, status } = resolution
  const rule = own.rule(`${matter.quorumNumerator}/${matter.quorumDenominator}`, own.bases[matter.majorityBase],
    `${matter.majorityNumerator}/${matter.majorityDenominator}`, matter.isMoreThan)
  return (
    <li>
      <div className="xh-card-name">{resolution.title}</div>
      <p><StatusTag tone={tones[status]}>{own.resolutionStatus[status]}</StatusTag> {matter.name} · {rule}</p>
      <p className="xh-secondary">{own.source} {matter.source}{!matter.isVerified && ` · ${texts.unverified}`}</p>
      {resolution.words !== '' && <p className="duty-words">{resolution.words}</p>}
      {resolution.partyName !== null && <p>{own.party} {resolution.partyName}</p>}
      {status !== 'open' && <p>{own.result(resolution.membersCount ?? 0, resolution.presentCount ?? 0,
        resolution.forCount ?? 0)} · {resolution.decidedName}</p>}
      {resolution.votes.length > 0 && (
        <ul className="duty-lines">{resolution.votes.map(({ memberId, name, choice }) => <li key={memberId}>{name} · {own.choiceWords[choice]}</li>)}</ul>
      )}
      {status === 'open' && meeting.mayWrite && <div className="xh-actions"><Button onClick={() => setIsVoting(true)}>{own.vote}</Button></div>}
      {isVoting && <VoteDialog meeting={meeting} resolution={resolution} onClose={() => setIsVoting(false)}
        onDone={async () => { setIsVoting(false); await changed() }} />}
    </li>
  )
}

type Props = { meeting: ReadMeeting; resolution: Resolution; onClose: () => void; onDone: () => Promise<void> }

function VoteDialog({ meeting, resolution, onClose, onDone }: Props) {
  const own = useWords(boardWords)
  const voters = meeting.members.filter(({ isPresent, hasVote }) => isPresent && hasVote)
  const isRelated = (id: string) => resolution.relatedIds.includes(id)
  const record = useRecordForm<Record<string, Choice>, Parameters<typeof client.decideResolution>[0], unknown>({
    name: 'votes', operation: client.decideResolution, onSaved: onDone, labels: Object.fromEntries(voters.map(({ id, name }) => [id, name])),
    initialValues: Object.fromEntries(voters.map(({ id }) => [id, isRelated(id) ? 'withdrew' : 'for'])),
    toInput: values => ({ id: resolution.id, version: resolution.version, votes: voters.map(({ id }) => ({ memberId: id,
      choice: values[id] ?? 'abstained' })) }),
  })
  return (
    <Modal open title={own.vote} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{voters.length === 0 ? own.noRelated : own.voteLead}</p>
      <RecordForm record={record} submitLabel={own.vote} onCancel={onClose}>
        {voters.map(({ id, name, role }) => (
          <Form.Item key={id} name={id} label={`${name} · ${own.roleWords[role]}${isRelated(id) ? ` · ${own.mustWithdraw}` : ''}`}>
            <Select options={choicesOf(choices, own.choiceWords)} />
          </Form.Item>
        ))}
      </RecordForm>
    </Modal>
  )
}
