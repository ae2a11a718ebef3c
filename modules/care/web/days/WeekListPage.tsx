import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { client, queries, type ShownWeekLists } from '../api.ts'
import '../care.css'
import { careWords } from '../words.ts'
import './days.css'
import { dayWords } from './words.ts'
import { WeekPapers } from './WeekPapers.tsx'

/** Week's lists for volunteers without a phone: choose whom, make them, print them all at once. */
export default function WeekListPage() {
  const words = useWords(dayWords)
  const { worklist } = useWords(careWords)
  const { search, set } = useAddress<{ week: string }>()
  const [made, setMade] = useState<ShownWeekLists>()
  const on = addDays(chinaToday(), search.week === 'next' ? 7 : 0)
  if (made) return <WeekPapers made={made} onBack={() => setMade(undefined)} />
  return (
    <Page title={words.weekLists} lead={words.weekLead} width="text" back={{ to: '/worklist', label: worklist }}>
      <Segmented
        aria-label={words.week} className="xh-gap" value={search.week === 'next' ? 'next' : 'this'}
        onChange={week => set('week', week === 'next' ? 'next' : undefined)}
        options={[{ value: 'this', label: words.thisWeek }, { value: 'next', label: words.nextWeek }]}
      />
      <Choice key={on} on={on} onMade={setMade} />
    </Page>
  )
}

function Choice({ on, onMade }: { on: string; onMade: (made: ShownWeekLists) => void }) {
  const words = useWords(dayWords)
  const { comma } = useWords(careWords)
  const [chosen, setChosen] = useState<string[]>([])
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const asked = useQuery(queries.listWeekVolunteers.queryOptions({ input: { on } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const { items } = asked.data
  if (items.length === 0) return <Advice title={words.nobody} lead={words.nobodyLead} />
  const chooseWithoutPhone = () => setChosen(items.filter(({ hasPhone }) => !hasPhone).map(({ id }) => id).slice(0, 50))
  const make = async () => {
    setIsBusy(true)
    try {
      onMade(await client.printWeekLists({ on, volunteerIds: chosen }))
    } catch (refused) {
      setProblem(toRefusal(refused).message)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Sheet title={words.choose} actions={<Button onClick={chooseWithoutPhone}>{words.chooseWithoutPhone}</Button>}>
      <Checkbox.Group
        className="care-people" value={chosen} onChange={setChosen}
        options={items.map(({ id, name, visits, hasPhone }) => (
          { value: id, label: `${name}${comma}${words.visitsOf(visits)}${comma}${hasPhone ? words.withPhone : words.withoutPhone}` }))}
      />
      {problem !== undefined && <Alert type="error" showIcon role="alert" className="xh-gap" title={problem} />}
      <p className="care-make">
        <Button type="primary" size="large" disabled={chosen.length === 0} loading={isBusy} onClick={() => void make()}>{words.make}</Button>
      </p>
    </Sheet>
  )
}
