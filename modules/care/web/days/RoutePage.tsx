import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Checkbox, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday, parseLocalDate } from '#platform/values/local-date.ts'
import { moved } from '../../rules/visits/route.ts'
import { client, queries, type ShownRoute, useChanged } from '../api.ts'
import '../care.css'
import { RiskTag } from '../RiskTag.tsx'
import { careWords } from '../words.ts'
import './days.css'
import { dayWords } from './words.ts'

/** The visits of one day, village after village, in the order in which one goes; to be printed or taken along. */
export default function RoutePage() {
  const words = useWords(dayWords)
  const { worklist } = useWords(careWords)
  const { search, set } = useAddress<{ on: string; only: string }>()
  const today = chinaToday()
  const on = parseLocalDate(search.on ?? '') ?? today
  const withDue = search.only !== 'planned'
  const asked = useQuery({
    ...queries.getRoute.queryOptions({ input: { on, ...(withDue ? {} : { only: 'planned' as const }) } }), placeholderData: before => before,
  })
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <Page
      title={words.route} lead={words.routeLead} back={{ to: '/worklist', label: worklist }}
      actions={<PrintButton label={words.print} />}
    >
      <div className="care-days">
        <label htmlFor="route-day">{words.day}</label>
        <DateField id="route-day" value={on} onChange={day => { if (day !== undefined && parseLocalDate(day)) set('on', day) }} />
        {[[words.today, today], [words.tomorrow, addDays(today, 1)] as const].map(([label, day]) => (
          <button key={day} type="button" className="xh-preset" aria-pressed={on === day} onClick={() => set('on', day)}>{label}</button>
        ))}
        <Checkbox checked={withDue} onChange={event => set('only', event.target.checked ? undefined : 'planned')}>{words.withDue}</Checkbox>
      </div>
      {asked.data === undefined ? <Skeleton active /> : <Route route={asked.data} />}
    </Page>
  )
}

function Route({ route }: { route: ShownRoute }) {
  const words = useWords(dayWords)
  const { day, childSaid } = useWords(careWords)
  const { may } = useSession()
  const changed = useChanged()
  if (route.groups.length === 0) return <Advice title={words.noStops} lead={words.noStopsLead} />
  const keep = async (groups: ShownRoute['groups']) => {
    await client.orderRoute({ on: route.on, caseIds: groups.flatMap(({ stops }) => stops.map(({ caseId }) => caseId)) })
    await changed()
  }
  const { groups } = route
  return (
    <div className="care-route">
      <h2 className="care-paper">{day(route.on)}</h2>
      {route.isCapped && <Alert type="info" showIcon className="xh-gap" title={words.more} />}
      {groups.map((group, at) => (
        <Sheet
          key={group.unitCode} title={words.village(group.unitName, group.stops.length)}
          actions={may('visit.record') && groups.length > 1 && (
            <Movers name={group.unitName} isFirst={at === 0} isLast={at === groups.length - 1} onMove={by => keep(moved(groups, at, by))} />
          )}
        >
          <ol className="care-stops">
            {group.stops.map((stop, place) => (
              <li key={stop.caseId}>
                <Stop stop={stop} />
                {may('visit.record') && group.stops.length > 1 && (
                  <Movers
                    name={childSaid(stop.childLabel)} isFirst={place === 0} isLast={place === group.stops.length - 1}
                    onMove={by => keep(groups.map(each => (each === group ? { ...group, stops: moved(group.stops, place, by) } : each)))}
                  />
                )}
              </li>
            ))}
          </ol>
        </Sheet>
      ))}
    </div>
  )
}

function Stop({ stop }: { stop: ShownRoute['groups'][number]['stops'][number] }) {
  const words = useWords(dayWords)
  const care = useWords(careWords)
  const company = [...stop.company, ...(stop.withWorker ? [care.worker] : [])]
  const plan = stop.plannedOn === null ? words.notPlanned : words.plannedOn(stop.plannedOn)
  return (
    <div className="care-stop">
      <div className="xh-card-name"><Link to={`/cases/${stop.caseId}`}>{care.childSaid(stop.childLabel)}</Link> <RiskTag colour={stop.colour} /></div>
      <p>
        {care.list(
          stop.medium === null ? plan : `${plan}${care.comma}${care.media[stop.medium]}`, ...(company.length > 0 ? [words.goes(company.join(care.and))] : []),
          words.due(stop.dueOn),
        )}
      </p>
      <p className="care-paper care-blank">{words.written}</p>
    </div>
  )
}

type Moving = { name: string; isFirst: boolean; isLast: boolean; onMove: (by: -1 | 1) => Promise<void> }

/** Two buttons in place of dragging: they work with the keyboard and an unsteady hand. */
function Movers({ name, isFirst, isLast, onMove }: Moving) {
  const words = useWords(dayWords)
  return (
    <span className="care-movers">
      <Button disabled={isFirst} aria-label={words.upOf(name)} icon={<ArrowUpOutlined aria-hidden="true" />} onClick={() => void onMove(-1)}>{words.up}</Button>
      <Button disabled={isLast} aria-label={words.downOf(name)} icon={<ArrowDownOutlined aria-hidden="true" />} onClick={() => void onMove(1)}>
        {words.down}
      </Button>
    </span>
  )
}
