import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ReadRatios } from '../api.ts'
import { words } from '../words.ts'
import { ratioWords } from './words.ts'
import '../duties.css'

/** What was said about the ratios of the year, and the years before the books. */
export function NotesSheet({ sheet }: { sheet: ReadRatios }) {
  const texts = useWords(words)
  const own = useWords(ratioWords)
  return (
    <>
      <Sheet title={own.notes}>
        {sheet.notes.length === 0 && <p className="xh-secondary">{own.noNotes}</p>}
        <ul className="xh-cards">
          {sheet.notes.map(note => (
            <li key={note.id}>
              <div className="xh-card-name">{own.ratioWords[note.ratio]} · {own.noteKindWords[note.kind]}</div>
              <p className="duty-words">{note.words}</p>
              {note.amountFen !== null && <p>{own.noteAmount} {formatYuan(note.amountFen)}</p>}
              {note.reportedOn !== null && <p>{own.reportedOn} {note.reportedOn}</p>}
              {note.publishedOn !== null && <p>{own.publishedOn} {texts.by(note.publishedOn, note.publishedWhere ?? '')}</p>}
              <p className="xh-secondary">{texts.by(note.notedOn, note.notedName)}</p>
            </li>
          ))}
        </ul>
      </Sheet>
      {sheet.earlierYears.length > 0 && (
        <Sheet title={own.earlier}>
          <ul className="xh-cards">
            {sheet.earlierYears.map(earlier => (
              <li key={earlier.year}>
                <div className="xh-card-name">{own.yearOf(earlier.year)}</div>
                <dl>
                  <div><dt>{own.income}</dt><dd>{formatYuan(earlier.incomeFen)}</dd></div>
                  <div><dt>{own.netAssets}</dt><dd>{formatYuan(earlier.netAssetsFen)}</dd></div>
                  <div><dt>{own.source}</dt><dd>{texts.by(earlier.source, earlier.recordedName)}</dd></div>
                </dl>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}
