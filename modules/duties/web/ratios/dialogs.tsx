import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { bodyKinds, ratioNoteKinds, ratios } from '../../contract.ts'
import { client, type ReadRatios } from '../api.ts'
import { FieldDialog, type Typed } from '../FieldDialog.tsx'
import { choicesOf } from '../names.ts'
import { words } from '../words.ts'
import { ratioWords } from './words.ts'

type Props = { sheet: ReadRatios; onClose: () => void; onDone: () => Promise<void> }
const inputOf = <Input,>(typed: Typed, more: object) => ({ ...typed, ...more }) as Input

/** Says something about a ratio of the year. */
export function NoteDialog({ sheet, onClose, onDone }: Props) {
  const texts = useWords(words)
  const own = useWords(ratioWords)
  return (
    <FieldDialog
      name="ratio-note" title={own.addNote} lead={own.noteHint} onClose={onClose} onDone={onDone} initial={{ ratio: 'administration', kind: 'explanation' }}
      operation={async (typed, options) => client.recordRatioNote(inputOf(typed, { bookId: sheet.body.id, year: sheet.year }), options)}
      fields={[
        { name: 'ratio', label: own.ratio, kind: 'choice', isNeeded: true, options: choicesOf(ratios, own.ratioWords) },
        { name: 'kind', label: own.noteKind, kind: 'choice', isNeeded: true, options: choicesOf(ratioNoteKinds, own.noteKindWords) },
        { name: 'words', label: texts.words, kind: 'prose', isNeeded: true },
        { name: 'amount', label: own.noteAmount, kind: 'money', hint: own.noteKindWords.agreement },
        { name: 'reportedOn', label: own.reportedOn, kind: 'day', lastDay: chinaToday(), hint: own.noteKindWords['special-case'] },
        { name: 'publishedOn', label: own.publishedOn, kind: 'day', lastDay: chinaToday(), hint: own.noteKindWords['special-case'] },
        { name: 'publishedWhere', label: own.publishedWhere, kind: 'line', hint: own.noteKindWords['special-case'] },
      ]}
    />
  )
}

/** Enters a year before the books. */
export function EarlierYearDialog({ sheet, onClose, onDone }: Props) {
  const own = useWords(ratioWords)
  const versionOf = (year: unknown) => sheet.earlierYears.find(earlier => earlier.year === year)?.version ?? 0
  return (
    <FieldDialog
      name="earlier-year" title={own.addEarlier} lead={own.earlierLead} onClose={onClose} onDone={onDone} initial={{ year: sheet.year - 1 }}
      operation={async (typed, options) => client.recordEarlierYear(inputOf(typed, { bookId: sheet.body.id, version: versionOf(typed['year']) }), options)}
      fields={[
        { name: 'year', label: own.year, kind: 'year', isNeeded: true }, { name: 'income', label: own.income, kind: 'money', isNeeded: true },
        { name: 'netAssets', label: own.netAssets, kind: 'money', isNeeded: true }, { name: 'source', label: own.source, kind: 'line', isNeeded: true },
      ]}
    />
  )
}

/** Says from which day on the law takes the body for what. */
export function RecordKindDialog({ sheet: { body }, onClose, onDone }: Props) {
  const texts = useWords(words)
  const own = useWords(ratioWords)
  return (
    <FieldDialog
      name="body-kind" title={own.recordKind} lead={own.recordKindLead} onClose={onClose} onDone={onDone}
      operation={async (typed, options) => client.recordBodyKind(inputOf(typed, { bookId: body.id }), options)}
      fields={[
        { name: 'kind', label: own.kind, kind: 'choice', isNeeded: true, options: choicesOf(bodyKinds, texts.bodyKindWords) },
        { name: 'fromOn', label: own.fromOn, kind: 'day', isNeeded: true, lastDay: chinaToday() },
        { name: 'source', label: own.kindSource, kind: 'line', isNeeded: true, max: 120, hint: own.kindSourceHint },
      ]}
    />
  )
}

/** Says by which credit code the body is known. */
export function BodyDialog({ sheet: { body }, onClose, onDone }: Props) {
  const texts = useWords(words)
  const own = useWords(ratioWords)
  return (
    <FieldDialog
      name="duty-body" title={own.setBody} lead={own.setBodyLead} onClose={onClose} onDone={onDone}
      initial={body.creditCode === null ? {} : { creditCode: body.creditCode }}
      operation={async (typed, options) => client.setBody(inputOf(typed, { bookId: body.id, version: body.version }), options)}
      fields={[
        { name: 'creditCode', label: texts.creditCode, kind: 'line', max: 40 },
      ]}
    />
  )
}
