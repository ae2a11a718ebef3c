import { toRefusal } from './refusal.ts'

/** What a question to the server has come to, as TanStack Query tells it. */
type Asked = { isError: boolean; data: unknown; error: unknown }

/**
 * Whether a question leaves a page with nothing to show: it failed before there was an answer, or the server now refuses what it gave before.
 * A connection lost or a server out of breath while the page asks again takes nothing away: what is shown stays, and with it the dialog somebody types into.
 */
export function hasNothingToShow({ isError, data, error }: Asked): boolean {
  if (!isError || data === undefined) return isError
  const { status } = toRefusal(error)
  return status >= 400 && status < 500 && status !== 408 && status !== 429
}
