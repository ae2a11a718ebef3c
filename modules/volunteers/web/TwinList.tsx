import { Link } from '@tanstack/react-router'
import { useWords } from '#platform/ui/words.ts'
import type { ShownTwin } from './api.ts'
import { formWords, words } from './words.ts'

/** Records that may be the same person; of other units' records only the unit is known. */
export function TwinList({ twins }: { twins: readonly ShownTwin[] }) {
  const texts = useWords(formWords)
  const { ageOf } = useWords(words)
  const { aside, joined, listed } = useWords()
  const describe = ({ unitName, volunteer }: ShownTwin) =>
    [unitName, volunteer?.ageYears == null ? '' : ageOf(volunteer.ageYears), volunteer?.phone ?? ''].filter(Boolean)
  return (
    <ul>
      {twins.map((twin, at) => (
        <li key={twin.volunteer?.id ?? at}>
          {twin.volunteer === null
            ? texts.twinElsewhere(twin.unitName)
            : <><Link to={`/volunteers/${twin.volunteer.id}` as string}>{twin.volunteer.name}</Link>{joined(['', ...describe(twin)])}</>}
          {aside(listed(twin.reasons.map((reason) => texts.twinWords[reason])))}
        </li>
      ))}
    </ul>
  )
}
