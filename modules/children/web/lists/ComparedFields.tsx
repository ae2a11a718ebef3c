import { Link } from '@tanstack/react-router'
import { useWords } from '#platform/ui/words.ts'
import type { ShownCompared } from '../api.ts'
import { listWords } from '../words/list-words.ts'

/** Field by field what the list says and what we have; what no approval opens is masked. */
export function ComparedFields({ row }: { row: ShownCompared }) {
  const texts = useWords(listWords)
  return (
    <>
      <ul className="xh-plain">
        {row.fields.map(({ field, theirs, ours }) => (
          <li key={field}>
            <strong>{texts.fields[field]}</strong>
            {row.kind !== 'gone' && <div>{texts.says(texts.theirs, theirs ?? texts.nothing)}</div>}
            {row.childId !== null && <div className="xh-secondary">{texts.says(texts.ours, ours ?? texts.nothing)}</div>}
          </li>
        ))}
      </ul>
      {row.childId !== null && <Link to={`/children/${row.childId}` as string}>{texts.open}</Link>}
    </>
  )
}
