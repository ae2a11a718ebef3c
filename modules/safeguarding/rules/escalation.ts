/** Minutes in which a report should be opened, unless the city has set `safeguarding.escalation-minutes`. */
export const defaultEscalationMinutes = 30
/** After so many times nobody is asked again: by then a day of telephone calls has passed. */
export const mostEscalations = 12

type Unopened = { filedAt: Date; openedAt: Date | null; escalations: number; escalatedAt: Date | null }

/** Whether a report nobody opened is due to be escalated; each time the pause is longer by the first one. */
export function isEscalationDue(report: Unopened, { now, minutes }: { now: Date; minutes: number }): boolean {
  if (report.openedAt !== null || report.escalations >= mostEscalations) return false
  const last = report.escalatedAt ?? report.filedAt
  return now.getTime() - last.getTime() >= minutes * 60_000 * (report.escalations + 1)
}

/** A city's own number of minutes where it is one that makes sense; the default otherwise. */
export function escalationMinutesOf(setting: unknown): number {
  return typeof setting === 'number' && Number.isInteger(setting) && setting >= 5 && setting <= 24 * 60 ? setting : defaultEscalationMinutes
}
