import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownHolidayYear } from '../api.ts'
import { spansOf } from '../../rules/holidays.ts'
import { holidayWords } from '../words/holiday-words.ts'
import { HolidayYearDialog } from './HolidayYearDialog.tsx'

/** The years by whose holidays working days are counted, and the way to enter the next one. */
export default function HolidayYearsPage() {
  const texts = useWords(holidayWords)
  const [entering, setEntering] = useState(false)
  const years = useQuery(queries.listHolidayYears.queryOptions({ input: {} }))
  if (hasNothingToShow(years)) return <ProblemPage problem={years.error} onRetry={() => void years.refetch()} />
  const missing = years.data?.missing ?? []
  return (
    <Page title={texts.title} lead={texts.lead} actions={<Button type="primary" onClick={() => setEntering(true)}>{texts.enter}</Button>}>
      {missing.map((year) => <Alert key={year} type="warning" showIcon className="xh-gap" title={texts.missing(year)} />)}
      {years.data === undefined ? <Skeleton active /> : years.data.items.map((year) => <YearSheet key={year.year} known={year} />)}
      {entering && <HolidayYearDialog year={missing[0]} onClose={() => setEntering(false)} />}
    </Page>
  )
}

function YearSheet({ known }: { known: ShownHolidayYear }) {
  const texts = useWords(holidayWords)
  const { listed } = useWords()
  const shown = (days: readonly string[]) => (days.length === 0 ? texts.none : listed(spansOf(days)))
  return (
    <Sheet title={String(known.year)}>
      <Facts lines={[
        fact(texts.daysOff, shown(known.daysOff)),
        fact(texts.daysWorked, shown(known.daysWorked)),
        fact(texts.source, known.source),
        fact(texts.recorded, known.recordedName ?? texts.withProgram),
      ]}
      />
    </Sheet>
  )
}
