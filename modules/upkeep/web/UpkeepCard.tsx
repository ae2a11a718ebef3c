import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { BackupFacts } from './BackupFacts.tsx'
import { words } from './words.ts'

/** Home page of the system administrator: whether the backup was made. */
export default function UpkeepCard() {
  const texts = useWords(words)
  const { data, error } = useQuery(queries.getUpkeep.queryOptions())
  if (error) throw error
  return (
    <Sheet title={texts.upkeep} actions={<Link to="/upkeep">{texts.backups}</Link>}>
      {data === undefined ? <Skeleton active title={false} /> : <BackupFacts upkeep={data} />}
    </Sheet>
  )
}
