import type { incidentObstacles } from '../contract.ts'

/** What still has to be done before an incident can be closed. */
export type IncidentObstacle = (typeof incidentObstacles)[number]

type Told = { authorityToldAt: Date | null; authorityDueAt: Date; guardiansToldAt: Date | null; guardiansNote: string | null; guardiansDueAt: Date }

/** Who was not told in time: the authority always, the guardians unless a reason says that they need not be. */
export function isToldLate(incident: Told, now: Date): boolean {
  const isAuthorityLate = (incident.authorityToldAt ?? now) > incident.authorityDueAt
  const needsGuardians = incident.guardiansToldAt !== null || incident.guardiansNote === null
  return isAuthorityLate || (needsGuardians && (incident.guardiansToldAt ?? now) > incident.guardiansDueAt)
}

/** What stands against closing, in the order in which it should be done. */
export function findIncidentObstacles(incident: { authorityToldAt: Date | null; guardiansNote: string | null; measures: string }): IncidentObstacle[] {
  return [
    ...(incident.measures.trim() === '' ? ['measures' as const] : []),
    ...(incident.authorityToldAt === null ? ['authority' as const] : []),
    ...(incident.guardiansNote === null ? ['guardians' as const] : []),
  ]
}

/** The instant of a day and minute in China, as forms write it. */
export const instantOf = (minute: string): Date => new Date(`${minute}:00+08:00`)

/** So many hours later. */
export const hoursAfter = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000)
