import { useQuery } from '@tanstack/react-query'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { boardRoles } from '../../contract.ts'
import { isInOffice } from '../../rules/board.ts'
import { client, queries, type ReadMeeting, type ShownBody, type ShownMember } from '../api.ts'
import { FieldDialog, type DialogField, type Typed } from '../FieldDialog.tsx'
import { choicesOf } from '../names.ts'
import { words } from '../words.ts'
import { boardWords } from './words.ts'

const inputOf = <Input,>(typed: Typed, more: object) => ({ ...typed, ...more }) as Input
type Closing = { onClose: () => void; onDone: () => Promise<void> }

/** Puts somebody on the board, or puts a term right. */
export function MemberDialog({ body, member, onClose, onDone }: Closing & { body: ShownBody; member?: ShownMember }) {
  const own = useWords(boardWords)
  const fields: DialogField[] = [
    { name: 'name', label: own.name, kind: 'line', isNeeded: true, max: 30 },
    { name: 'role', label: own.role, kind: 'choice', isNeeded: true, options: choicesOf(boardRoles, own.roleWords) },
    { name: 'fromOn', label: own.fromOn, kind: 'day', isNeeded: true }, { name: 'untilOn', label: own.untilOn, kind: 'day', isNeeded: true },
    { name: 'isPaid', label: own.isPaid, kind: 'yes' }, { name: 'phone', label: own.phone, kind: 'line', max: 40, hint: own.contactHint },
    { name: 'identityNumber', label: own.identityNumber, kind: 'line', max: 40, hint: own.contactHint },
  ]
  return (
    <FieldDialog
      name="board-member" title={member === undefined ? own.add : own.edit} onClose={onClose} onDone={onDone} fields={fields}
      initial={member === undefined ? {} : { name: member.name, role: member.role, fromOn: member.fromOn, untilOn: member.untilOn, isPaid: member.isPaid }}
      operation={async (typed, options) => (member === undefined ? client.addBoardMember(inputOf(typed, { bookId: body.id }), options)
        : client.updateBoardMember(inputOf(typed, { id: member.id, version: member.version }), options))}
    />
  )
}

/** Ends a term early. */
export function EndDialog({ member: { id, version, name }, onClose, onDone }: Closing & { member: ShownMember }) {
  const texts = useWords(words)
  const own = useWords(boardWords)
  return (
    <FieldDialog
      name="end-member" title={own.endTitle} lead={name} onClose={onClose} onDone={onDone} initial={{ endedOn: chinaToday() }}
      operation={async (typed, options) => client.endBoardMember(inputOf(typed, { id, version }), options)}
      fields={[{ name: 'endedOn', label: own.endedOn, kind: 'day', isNeeded: true }, { name: 'reason', label: texts.reason, kind: 'line', isNeeded: true,
        max: 200 }]}
    />
  )
}

/** Records a meeting, or changes it while its minutes are open. */
export function MeetingDialog({ bookId, members, meeting, onClose,
  onDone }: Closing & { bookId: string; members: readonly ShownMember[]; meeting?: ReadMeeting }) {
  const own = useWords(boardWords)
  const { aside } = useWords()
  const options = members.map(member => ({
    value: member.id, label: member.name + aside(`${own.roleWords[member.role]} ${own.term(member.fromOn, member.endedOn ?? member.untilOn)}`) }))
  const current = members.filter(member => isInOffice(member, chinaToday())).map(({ id }) => id)
  return (
    <FieldDialog
      name="board-meeting" title={meeting === undefined ? own.record : own.editMeeting} onClose={onClose} onDone={onDone}
      initial={meeting === undefined ? { heldOn: chinaToday(), present: current }
        : { heldOn: meeting.heldOn, place: meeting.place, title: meeting.title, words: meeting.words,
          present: meeting.members.filter(({ isPresent }) => isPresent).map(({ id }) => id) }}
      operation={async (typed, asked) => (meeting === undefined ? client.recordMeeting(inputOf(typed, { bookId, present: typed['present'] ?? [] }), asked)
        : client.updateMeeting(inputOf(typed, { id: meeting.id, version: meeting.version, present: typed['present'] ?? [] }), asked))}
      fields={[
        { name: 'title', label: own.meetingTitle, kind: 'line', isNeeded: true, max: 60 },
        { name: 'heldOn', label: own.heldOn, kind: 'day', isNeeded: true, lastDay: chinaToday() },
        { name: 'place', label: own.place, kind: 'line', isNeeded: true, max: 60 }, { name: 'present', label: own.present, kind: 'several', options },
        { name: 'words', label: own.words, kind: 'prose', max: 5000 },
      ]}
    />
  )
}

/** Puts a resolution on the agenda. */
export function ResolutionDialog({ meeting, onClose, onDone }: Closing & { meeting: ReadMeeting }) {
  const own = useWords(boardWords)
  const matters = useQuery(queries.listMatters.queryOptions({ input: {} }))
  const parties = useQuery(queries.listRelatedParties.queryOptions({ input: { bookId: meeting.bookId } }))
  return (
    <FieldDialog
      name="resolution" title={own.addResolution} onClose={onClose} onDone={onDone} initial={{ matter: 'ordinary' }}
      operation={async (typed, options) => client.addResolution(inputOf(typed, { id: meeting.id }), options)}
      fields={[
        { name: 'matter', label: own.matter, kind: 'choice', isNeeded: true, options: (matters.data?.items ?? []).map(({ code: value,
          name: label }) => ({ value, label })) },
        { name: 'title', label: own.resolutionTitle, kind: 'line', isNeeded: true, max: 80 }, { name: 'words', label: own.resolutionWords, kind: 'prose',
          max: 3000 },
        { name: 'partyId', label: own.party, kind: 'choice', hint: own.partyHint, options: (parties.data?.items ?? []).map(({ id: value,
          name: label }) => ({ value, label })) },
      ]}
    />
  )
}
