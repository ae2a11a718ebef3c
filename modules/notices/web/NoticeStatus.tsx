import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownNotice } from './api.ts'
import { words } from './words.ts'

/** Where a notice stands, in one word. */
export function NoticeStatus({ notice }: { notice: ShownNotice }) {
  const { open, overdue, done, unread, read } = useWords(words)
  if (notice.kind === 'message') return notice.readAt === null ? <StatusTag tone="info">{unread}</StatusTag> : <StatusTag tone="neutral">{read}</StatusTag>
  if (notice.doneAt !== null) return <StatusTag tone="good">{done}</StatusTag>
  return notice.isOverdue ? <StatusTag tone="danger">{overdue}</StatusTag> : <StatusTag tone="attention">{open}</StatusTag>
}
