import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownUnit } from './api.ts'
import { words } from './words.ts'
import './units.css'

export type PreviewedChange = 'close' | 'move' | 'merge' | 'split'

/** What a change would touch and what stands in its way, before the button is pressed. */
export function ChangePreviewNote({ unit, change, otherId }: { unit: ShownUnit; change: PreviewedChange; otherId?: string | undefined }) {
  const texts = useWords(words)
  const asked = useQuery(queries.previewChange.queryOptions({ input: { id: unit.id, change, ...(otherId === undefined ? {} : { otherId }) } }))
  if (hasNothingToShow(asked)) return <Alert type="error" showIcon className="xh-gap" title={toRefusal(asked.error).message} />
  if (!asked.data) return null
  const { unitsBelow, openUnitsBelow, holders, children, volunteers, newCode, obstacle } = asked.data
  const lines = [texts.below(unitsBelow, openUnitsBelow), texts.holdersBelow(holders), texts.peopleBelow(children, volunteers),
    ...(newCode === null ? [] : [texts.newCode(newCode)]),
    ...(change === 'merge' ? [texts.mergeAfter] : [])]
  return (
    <Alert type={obstacle === null ? 'info' : 'error'} showIcon className="xh-gap" title={obstacle ?? texts.previewTitle}
      description={<ul className="xh-plain">{lines.map(line => <li key={line}>{line}</li>)}</ul>} />
  )
}
