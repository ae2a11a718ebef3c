import { Link } from '@tanstack/react-router'
import { useWords } from '#platform/ui/words.ts'
import type { ShownCompared } from '../api.ts'
import { useNames } from '../names.ts'
import { listWords } from '../words/list-words.ts'

/** Fields of which nothing at all is shown without an approval. */
const hidden: readonly string[] = ['address', 'school']

/** Field by field what the list says and what we have; what no approval opens is masked. */
export function ComparedFields({ row }: { row: ShownCompared }) {
  const texts = useWords(listWords)
  const said = useSaid()
  return (
    <>
      <ul className="xh-plain">
        {row.fields.map(({ field, theirs, ours, isMasked }) => (
          <li key={field}>
            <strong>{texts.fields[field]}</strong>
            {row.kind !== 'gone' && <div>{texts.says(texts.theirs, said(field, theirs))}</div>}
            {row.childId !== null && (
              <div className="xh-secondary">{texts.says(texts.ours, isMasked && hidden.includes(field) ? texts.masked : said(field, ours))}</div>)}
          </li>
        ))}
      </ul>
      {row.childId !== null && <Link to={`/children/${row.childId}` as string}>{texts.open}</Link>}
    </>
  )
}

/** A value in the language of the page: types and sexes are words, everything else is as it was written. */
function useSaid() {
  const texts = useWords(listWords)
  const names = useNames()
  const { listed } = useWords()
  return (field: string, value: string | null): string => {
    if (value === null) return texts.nothing
    if (field === 'types') return listed(value.split(/[\u3001]/).map(names.typeSaid))
    return field === 'sex' ? names.sexSaid(value) : value
  }
}
