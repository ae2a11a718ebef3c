import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { addDays } from '#platform/values/local-date.ts'
import { mediumWords } from '../../rules/words.ts'
import { chinaToday, client, queries, useChanged } from '../api.ts'
import { MovePlannedDialog } from './MovePlannedDialog.tsx'

/** Visits planned for the coming two weeks; those of yesterday that nobody recorded stay in sight. */
export function PlannedList() {
  const { may } = useSession()
  const changed = useChanged()
  const [dropped, setDropped] = useState<string>()
  const [moved, setMoved] = useState<Planned>()
  const [series, setSeries] = useState<Planned>()
  const today = chinaToday()
  const { data } = useQuery(queries.listPlannedVisits.queryOptions({ input: { from: addDays(today, -7), to: addDays(today, 14), limit: 100 } }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Sheet title="已安排的走访">
      <ul className="xh-cards">
        {data.items.map(planned => (
          <li key={planned.id}>
            <div className="xh-card-name"><Link to={`/cases/${planned.caseId}`}>{planned.plannedOn} · {planned.childLabel}</Link></div>
            <p>{plannedWords(planned, today)}</p>
            {may('visit.record') && (
              <div className="care-acts">
                <Link to="/visits/record" search={{ case: planned.caseId } as never}><Button>记录走访</Button></Link>
                <Button type="text" onClick={() => setMoved(planned)}>改日期</Button>
                <Button type="text" onClick={() => setDropped(planned.id)}>取消安排</Button>
                {planned.seriesId !== null && <Button type="text" onClick={() => setSeries(planned)}>取消以后各次</Button>}
              </div>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={dropped !== undefined} title="取消这次走访安排？" confirmLabel="取消安排" onCancel={() => setDropped(undefined)}
        onConfirm={async () => { if (dropped) await client.dropPlannedVisit({ id: dropped }); setDropped(undefined); await changed() }}
      >
        只取消安排，不影响应走访的日期。
      </ConfirmDialog>
      <ConfirmDialog
        open={series !== undefined} title={`取消 ${series?.plannedOn ?? ''} 起这一系列走访？`} confirmLabel="取消以后各次" onCancel={() => setSeries(undefined)}
        onConfirm={async () => {
          if (series?.seriesId) await client.dropSeries({ id: series.seriesId, fromOn: series.plannedOn })
          setSeries(undefined); await changed()
        }}
      >
        这一天和以后的各次都取消，已经走访的不受影响。
      </ConfirmDialog>
      {moved && <MovePlannedDialog planned={moved} onClose={() => setMoved(undefined)} />}
    </Sheet>
  )
}

type Planned = Awaited<ReturnType<typeof client.listPlannedVisits>>['items'][number]

const plannedWords = ({ medium, volunteerName, secondName, withWorker, plannedOn }: Planned, today: string) => [
  mediumWords[medium], [volunteerName, secondName, withWorker && '工作人员'].filter(Boolean).join('、'), plannedOn < today && '日期已过，还没有记录',
].filter(Boolean).join(' · ')
