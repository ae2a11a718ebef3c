import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownCompared } from '../api.ts'
import { listWords } from '../words/list-words.ts'

/** Several children may be meant: somebody says which, or that it is none of them. */
export function ChooseChild({ row, importId, onChanged }: { row: ShownCompared; importId: string; onChanged: () => Promise<void> }) {
  const texts = useWords(listWords)
  const { joined } = useWords()
  const { message } = App.useApp()
  const choose = (childId: string | null) => void client.chooseComparedChild({ importId, id: row.id, childId })
    .then(onChanged, (problem: unknown) => message.error(toRefusal(problem).message))
  return (
    <fieldset className="xh-gap">
      <legend>{texts.which}</legend>
      <ul className="xh-plain xh-choices">
        {row.candidates.map(({ id, label, unitName }) => (
          <li key={id} className="xh-actions">
            <Button size="small" onClick={() => choose(id)}>{joined([label, unitName])}</Button>
            <Link to={`/children/${id}` as string}><Button size="small">{texts.open}</Button></Link>
          </li>
        ))}
        <li><Button size="small" onClick={() => choose(null)}>{texts.noneOfThem}</Button></li>
      </ul>
    </fieldset>
  )
}
