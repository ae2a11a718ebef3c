import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { words } from './words.ts'

const everyMinute = 60_000
const roomForAFinger = { padding: '0.6em' }

/** The way to the inbox in the header of every page, with the number of what is unread. */
export default function InboxBell() {
  const texts = useWords(words)
  const { data } = useQuery(queries.countNotices.queryOptions({ refetchInterval: everyMinute, refetchOnWindowFocus: true }))
  const unread = data?.unread ?? 0
  return (
    <Link to="/notices" aria-label={texts.bell(unread)} title={texts.bell(unread)} style={roomForAFinger}>
      <Badge count={unread} size="small" offset={[7, -2]}><BellOutlined aria-hidden="true" style={{ fontSize: '1.25em' }} /></Badge>
    </Link>
  )
}
