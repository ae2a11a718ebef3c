import { useQuery } from '@tanstack/react-query'
import { FigureCard, Figures } from '#platform/ui/pieces/FigureCard.tsx'
import { useWords } from '#platform/ui/words.ts'
import { rowsPath } from './address.ts'
import { queries } from './api.ts'
import { writeValue } from './write-value.ts'
import { words } from './words.ts'

const chief = [
  'visits.made', 'visits.children', 'children.registered', 'volunteers.active', 'cases.open', 'cases.risk.red', 'pairings.active', 'units.founded-rate']

/** Home page: the few figures that matter, of one's own unit and this year; one tap to what is behind each. */
export default function HomeFigures() {
  const texts = useWords(words)
  const { data, error } = useQuery(queries.listFigures.queryOptions({ input: {} }))
  if (error) throw error
  return (
    <Figures>
      {chief.map(code => {
        const item = data?.items.find(each => each.code === code)
        if (data !== undefined && item === undefined) return null
        return (
          <FigureCard
            key={code} label={item?.name ?? texts.counting} value={item && writeValue(item.value)} unit={texts.unitText(item?.unit ?? '')}
            to={rowsPath(code, {})} tone={code === 'cases.risk.red' && (item?.value ?? 0) > 0 ? 'attention' : 'normal'}
            hint={data && texts.periodText(data.period)}
          />
        )
      })}
    </Figures>
  )
}
