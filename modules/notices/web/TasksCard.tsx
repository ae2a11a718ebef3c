import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { NoticeStatus } from './NoticeStatus.tsx'
import { words } from './words.ts'

/** Home page: what the person has to do, the longest overdue first. */
export default function TasksCard() {
  const texts = useWords(words)
  const { labelled } = useWords()
  const { data: counts } = useQuery(queries.countNotices.queryOptions())
  const { data: tasks, error } = useQuery(queries.listNotices.queryOptions({ input: { part: 'open-tasks', limit: 5 } }))
  if (error) throw error
  const more = <Link to="/notices" search={{ part: 'open-tasks' } as never}>{texts.allTasks}</Link>
  return (
    <Sheet title={texts.dueCard} actions={more}>
      {counts && counts.openTasks > 0 && <p>{texts.counts(counts.openTasks, counts.overdue)}</p>}
      {tasks === undefined && <Skeleton active title={false} />}
      {tasks?.items.length === 0 && <p>{texts.noTasks}</p>}
      <ul className="xh-cards">
        {tasks?.items.map(task => (
          <li key={task.id}>
            <div className="xh-card-name"><Link to={`/notices/${task.id}`}>{task.title}</Link></div>
            <NoticeStatus notice={task} /> {labelled(texts.dueOn, task.dueOn ?? texts.noDay)}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
