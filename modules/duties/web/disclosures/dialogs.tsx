import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { occasionKinds } from '../../contract.ts'
import { client, type ReadDisclosure, type ShownBody, type ShownOccasion } from '../api.ts'
import { FieldDialog, type Typed } from '../FieldDialog.tsx'
import { choicesOf } from '../names.ts'
import { words } from '../words.ts'
import { disclosureWords } from './words.ts'

const inputOf = <Input,>(typed: Typed, more: object) => ({ ...typed, ...more }) as Input
type Props = { disclosure: ReadDisclosure; onClose: () => void; onDone: () => Promise<void> }

/** Records an occasion, or changes its name and days. */
export function OccasionDialog({ body, occasion, onClose, onDone }: {
  body: ShownBody; occasion: ShownOccasion | undefined; onClose: () => void; onDone: () => Promise<void>
}) {
  const texts = useWords(words)
  const own = useWords(disclosureWords)
  const kind = { name: 'kind', label: texts.kind, kind: 'choice', isNeeded: true, options: choicesOf(occasionKinds, own.occasionKindWords) } as const
  return (
    <FieldDialog
      name="occasion" title={occasion === undefined ? own.addOccasion : own.editOccasion} lead={own.occasionsLead} onClose={onClose} onDone={onDone}
      initial={occasion === undefined ? {} : { title: occasion.title, startsOn: occasion.startsOn,
        ...(occasion.endsOn === null ? {} : { endsOn: occasion.endsOn }) }}
      operation={async (typed, options) => (occasion === undefined ? client.recordOccasion(inputOf(typed, { bookId: body.id }), options)
        : client.updateOccasion(inputOf(typed, { id: occasion.id, version: occasion.version }), options))}
      fields={[
        ...(occasion === undefined ? [kind] : []), { name: 'title', label: texts.name, kind: 'line', isNeeded: true, max: 60 },
        { name: 'startsOn', label: own.startsOn, kind: 'day', isNeeded: true }, { name: 'endsOn', label: own.endsOn, kind: 'day', hint: own.endsHint },
      ]}
    />
  )
}

/** Records where and when a document was published. */
export function PublishDialog({ disclosure: { id, version }, onClose, onDone }: Props) {
  const own = useWords(disclosureWords)
  return (
    <FieldDialog
      name="publish-disclosure" title={own.publish} lead={own.publishLead} onClose={onClose} onDone={onDone} initial={{ publishedOn: chinaToday() }}
      operation={async (typed, options) => client.publishDisclosure(inputOf(typed, { id, version }), options)}
      fields={[
        { name: 'publishedOn', label: own.publishedOn, kind: 'day', isNeeded: true, lastDay: chinaToday() },
        { name: 'publishedWhere', label: own.publishedWhere, kind: 'line', isNeeded: true },
      ]}
    />
  )
}

/** Appends a correction to what was published. */
export function CorrectDialog({ disclosure: { id, version }, onClose, onDone }: Props) {
  const texts = useWords(words)
  const own = useWords(disclosureWords)
  return (
    <FieldDialog
      name="correct-disclosure" title={own.correct} lead={own.correctLead} onClose={onClose} onDone={onDone} initial={{ publishedOn: chinaToday() }}
      operation={async (typed, options) => client.correctDisclosure(inputOf(typed, { id, version }), options)}
      fields={[
        { name: 'words', label: texts.words, kind: 'prose', isNeeded: true },
        { name: 'publishedOn', label: own.publishedOn, kind: 'day', isNeeded: true, lastDay: chinaToday() },
        { name: 'publishedWhere', label: own.publishedWhere, kind: 'line', isNeeded: true },
      ]}
    />
  )
}

/** Names who answers for a disclosure. */
export function AssignDialog({ disclosure: { id, version, people }, onClose, onDone }: Props) {
  const own = useWords(disclosureWords)
  return (
    <FieldDialog
      name="assign-disclosure" title={own.assign} onClose={onClose} onDone={onDone}
      operation={async (typed, options) => client.assignDisclosure(inputOf(typed, { id, version }), options)}
      fields={[{ name: 'accountId', label: own.responsible, kind: 'choice', isNeeded: true, options: people.map(({ id: value, name: label }) => ({ value,
        label })) }]}
    />
  )
}
