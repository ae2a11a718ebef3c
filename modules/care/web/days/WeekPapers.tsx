import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownWeekLists } from '../api.ts'
import { careWords } from '../words.ts'
import { dayWords } from './words.ts'

/** The sheets as they are printed: one for each volunteer, in large type, with room to write by hand. */
export function WeekPapers({ made, onBack }: { made: ShownWeekLists; onBack: () => void }) {
  const words = useWords(dayWords)
  return (
    <Page
      title={words.weekLists} lead={words.howMany(made.lists.length)}
      actions={<><Button onClick={onBack}>{words.back}</Button><PrintButton label={words.printNow} /></>}
    >
      {made.lists.map(list => <Paper key={list.volunteerId} list={list} of={made} />)}
    </Page>
  )
}

function Paper({ list, of }: { list: ShownWeekLists['lists'][number]; of: ShownWeekLists }) {
  const words = useWords(dayWords)
  const { day } = useWords(careWords)
  return (
    <section className="care-sheet-of-paper">
      <h2>{words.listOf(list.volunteerName)}</h2>
      <p>{words.weekOf(day(of.fromOn), day(of.untilOn))}</p>
      <ol>{list.lines.map(line => <Line key={line.caseId} line={line} volunteerName={list.volunteerName} />)}</ol>
      <p>{words.keepSafe}{words.ask(of.unitName)}</p>
    </section>
  )
}

function Line({ line, volunteerName }: { line: ShownWeekLists['lists'][number]['lines'][number]; volunteerName: string }) {
  const words = useWords(dayWords)
  const care = useWords(careWords)
  const company = [...line.company.filter(name => name !== volunteerName), ...(line.withWorker ? [care.worker] : [])].join(care.and)
  const when = line.plannedOn === null ? words.anyDay(care.day(line.dueOn)) : care.day(line.plannedOn)
  return (
    <li>
      <p>
        <strong>{line.childName}</strong>{care.comma}{line.unitName}{care.comma}{when}{line.medium !== null && `${care.comma}${care.media[line.medium]}`}
        {company !== '' && `${care.comma}${words.company}${care.colon}${company}`}
      </p>
      {!line.isNameOpen && <p className="care-small">{words.masked}</p>}
      <p className="care-ticks"><span>{words.seen}</span> <span>{words.date}</span></p>
      <p>{words.whatHappened}</p>
      <div className="care-lines" aria-hidden="true"><span /><span /><span /></div>
    </li>
  )
}
