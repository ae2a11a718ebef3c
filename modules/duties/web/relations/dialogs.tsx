import { useQuery } from '@tanstack/react-query'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { dealingKinds, partyGrounds, partyKinds } from '../../contract.ts'
import { client, queries, type ShownBody, type ShownHit, type ShownPartner, type ShownParty } from '../api.ts'
import { FieldDialog, type DialogField, type Typed } from '../FieldDialog.tsx'
import { choicesOf } from '../names.ts'
import { words } from '../words.ts'
import { relationWords } from './words.ts'

const inputOf = <Input,>(typed: Typed, more: object) => ({ ...typed, ...more }) as Input
type Closing = { onClose: () => void; onDone: () => Promise<void> }

/** Puts a party on the list, or puts an entry right. */
export function PartyDialog({ body, party, onClose, onDone }: Closing & { body: ShownBody; party?: ShownParty }) {
  const texts = useWords(words)
  const own = useWords(relationWords)
  const board = useQuery(queries.listBoard.queryOptions({ input: { bookId: body.id } }))
  const kind: DialogField = { name: 'kind', label: texts.kind, kind: 'choice', isNeeded: true, options: choicesOf(partyKinds, own.kindWords) }
  const fields: DialogField[] = [
    ...(party === undefined ? [kind] : []), { name: 'name', label: texts.name, kind: 'line', isNeeded: true, max: 60 },
    { name: 'ground', label: own.ground, kind: 'choice', isNeeded: true, options: choicesOf(partyGrounds, own.groundWords) },
    { name: 'words', label: own.words, kind: 'line', isNeeded: true, max: 200 },
    { name: 'memberId', label: own.member, kind: 'choice', options: (board.data?.items ?? []).map(({ id: value, name: label }) => ({ value, label })) },
    { name: 'fromOn', label: own.fromOn, kind: 'day', isNeeded: true }, { name: 'untilOn', label: own.untilOn, kind: 'day', hint: own.untilHint },
    { name: 'creditCode', label: texts.creditCode, kind: 'line', max: 40, hint: own.codeHint }, { name: 'phone', label: own.phone, kind: 'line', max: 40,
      hint: own.contactHint },
    { name: 'identityNumber', label: own.identityNumber, kind: 'line', max: 40, hint: own.contactHint },
  ]
  return (
    <FieldDialog
      name="related-party" title={party === undefined ? own.add : own.edit} onClose={onClose} onDone={onDone} fields={fields}
      initial={party === undefined ? {} : valuesOf(party)}
      operation={async (typed, options) => (party === undefined ? client.addRelatedParty(inputOf(typed, { bookId: body.id }), options)
        : client.updateRelatedParty(inputOf(typed, { id: party.id, version: party.version }), options))}
    />
  )
}

const valuesOf = ({ name, ground, words: text, memberId, fromOn, untilOn, creditCode }: ShownParty): Record<string, unknown> =>
  Object.fromEntries(Object.entries({ name, ground, words: text, memberId, fromOn, untilOn, creditCode }).filter(([, value]) => value !== null))

/** Records what passed between the body and a related party; of a gift that was found only the words are asked, of a partner what a project does not know. */
export function DealingDialog({ parties, hit, partner, onClose, onDone }: Closing & {
  parties: readonly ShownParty[]; hit?: ShownHit; partner?: ShownPartner
}) {
  const own = useWords(relationWords)
  const what: DialogField = { name: 'words', label: own.what, kind: 'line', isNeeded: true, max: 200 }
  const whom: DialogField = {
    name: 'partyId', label: own.party, kind: 'choice', isNeeded: true, options: parties.map(({ id: value, name: label }) => ({ value, label })),
  }
  const typed: DialogField[] = [
    { name: 'kind', label: own.dealing, kind: 'choice', isNeeded: true, options: choicesOf(dealingKinds, own.dealingWords) },
    { name: 'amount', label: own.amount, kind: 'money', isNeeded: true },
    { name: 'happenedOn', label: own.happenedOn, kind: 'day', isNeeded: true, lastDay: chinaToday() }, what,
  ]
  const found = foundOf({ hit, partner })
  return (
    <FieldDialog
      name="dealing" title={own.recordTitle} lead={hit?.partyName ?? partner?.partyName ?? own.newLead} onClose={onClose} onDone={onDone}
      operation={async (values, options) => client.recordDealing(inputOf(values, found), options)}
      initial={partner === undefined ? {} : { kind: 'trade', happenedOn: partner.approvedOn, words: own.partnerWhat(partner.projectName, partner.task) }}
      fields={hit !== undefined ? [what] : partner !== undefined ? typed : [whom, ...typed]}
    />
  )
}

/** What is known of a dealing that was found, and is not typed. */
function foundOf({ hit, partner }: { hit: ShownHit | undefined; partner: ShownPartner | undefined }): object {
  if (partner !== undefined) return { partyId: partner.partyId, projectId: partner.projectId }
  if (hit === undefined) return {}
  return { partyId: hit.partyId, giftId: hit.giftId, kind: 'gift', amount: String(hit.amountFen / 100), happenedOn: hit.receivedOn }
}
