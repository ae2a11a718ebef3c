import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { words } from './words.ts'

/** Where a unit stood on a day, and what it was called. */
export function AsOfDay({ unitId }: { unitId: string }) {
  const texts = useWords(words)
  const { aside, joined } = useWords()
  const id = useId()
  const [day, setDay] = useState<string>()
  const isDay = day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day)
  const asked = useQuery(queries.getUnitAsOf.queryOptions({ input: { id: unitId, on: day ?? '' }, enabled: isDay }))
  return (
    <div className="xh-filter">
      <label htmlFor={id}>{texts.asOf}</label>
      <DateField id={id} value={day} onChange={setDay} />
      <p role="status">
        {isDay && asked.data && asked.data.path.map(step => step.name).join(' › ') + aside(joined([asked.data.unitCode,
          asked.data.isOpen ? asked.data.isEstablished ? texts.established : texts.notEstablished : texts.stateClosed]))}
        {isDay && asked.isError && toRefusal(asked.error).message}
      </p>
    </div>
  )
}
