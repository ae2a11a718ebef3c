import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { client, queries, useChanged } from '../api.ts'
import { MovePlannedDialog } from './MovePlannedDialog.tsx'
import { UpdateSeriesDialog } from './UpdateSeriesDialog.tsx'
import { careWords } from '../words.ts'
import { planningWords } from './planning-words.ts'

/** Visits planned for the coming two weeks; those of yesterday that nobody recorded stay in sight. */
export function PlannedList() {
  const words = useWords(planningWords)
  const { recordVisit, childSaid } = useWords(careWords)
  const plannedWords = usePlannedWords()
  const { may } = useSession()
  const changed = useChanged()
  const [dropped, setDropped] = useState<string>()
  const [moved, setMoved] = useState<Planned>()
  const [series, setSeries] = useState<Planned>()
  const [edited, setEdited] = useState<Planned>()
  const today = chinaToday()
  const { data } = useQuery(queries.listPlannedVisits.queryOptions({ input: { from: addDays(today, -7), to: addDays(today, 14), limit: 100 } }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Sheet title={words.planned}>
      <ul className="xh-cards">
        {data.items.map(planned => (
          <li key={planned.id}>
            <div className="xh-card-name"><Link to={`/cases/${planned.caseId}`}>{planned.plannedOn} · {childSaid(planned.childLabel)}</Link></div>
            <p>{plannedWords(planned, today)}</p>
            {may('visit.record') && (
              <div className="care-acts">
                <Link to="/visits/record" search={{ case: planned.caseId } as never}><Button>{recordVisit}</Button></Link>
                <Button type="text" onClick={() => setMoved(planned)}>{words.move}</Button>
                <Button type="text" onClick={() => setDropped(planned.id)}>{words.drop}</Button>
                {planned.seriesId !== null && <Button type="text" onClick={() => setEdited(planned)}>{words.editSeries}</Button>}
                {planned.seriesId !== null && <Button type="text" onClick={() => setSeries(planned)}>{words.dropRest}</Button>}
              </div>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={dropped !== undefined} title={words.dropTitle} confirmLabel={words.drop} onCancel={() => setDropped(undefined)}
        onConfirm={async () => { if (dropped) await client.dropPlannedVisit({ id: dropped }); setDropped(undefined); await changed() }}
      >
        {words.dropLead}
      </ConfirmDialog>
      <ConfirmDialog
        open={series !== undefined} title={words.dropRestTitle(series?.plannedOn ?? '')} confirmLabel={words.dropRest} onCancel={() => setSeries(undefined)}
        onConfirm={async () => {
          if (series?.seriesId) await client.dropSeries({ id: series.seriesId, fromOn: series.plannedOn })
          setSeries(undefined); await changed()
        }}
      >
        {words.dropRestLead}
      </ConfirmDialog>
      {moved && <MovePlannedDialog planned={moved} onClose={() => setMoved(undefined)} />}
      {edited && edited.seriesId !== null && edited.series !== null && (
        <UpdateSeriesDialog
          series={{ ...edited.series, id: edited.seriesId, fromOn: edited.plannedOn < today ? today : edited.plannedOn, childLabel: edited.childLabel }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Sheet>
  )
}

type Planned = Awaited<ReturnType<typeof client.listPlannedVisits>>['items'][number]

function usePlannedWords() {
  const words = useWords(planningWords)
  const { media, worker, and } = useWords(careWords)
  return ({ medium, volunteerName, secondName, withWorker, plannedOn }: Planned, today: string) => [
    media[medium], [volunteerName, secondName, withWorker && worker].filter(Boolean).join(and), plannedOn < today && words.dayPassed,
  ].filter(Boolean).join(' · ')
}
