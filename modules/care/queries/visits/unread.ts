import { sql, type RawBuilder } from 'kysely'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** A comment that nobody reads for so long was told by word of mouth, to somebody without a phone. */
const unreadDays = 30

/** A comment of the last days that nobody who went has read; `m` is the comment. */
export const isUnread = (today: LocalDate): RawBuilder<boolean> =>
  sql<boolean>`m.read_at is null and m.commented_at >= ${addDays(today, -unreadDays)}::date`
