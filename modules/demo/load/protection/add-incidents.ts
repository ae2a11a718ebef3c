import { closeIncident } from '#modules/protection/commands/close-incident.ts'
import { recordIncident } from '#modules/protection/commands/record-incident.ts'
import { updateIncident } from '#modules/protection/commands/update-incident.ts'
import { plannedIncidents, type PlannedIncident } from '../../rules/protection/incidents.ts'
import { minuteOf, type When } from '../../rules/protection/moments.ts'
import { childrenOf, inTurn, nearest, type Member, type Stage } from './stage.ts'

type Change = Omit<Parameters<typeof updateIncident>[1], 'id' | 'version'>

/** What befell data of children, with those it concerns, as far as each has come. */
export async function addIncidents(stage: Stage): Promise<void> {
  for (const planned of plannedIncidents) {
    const [by] = inTurn(stage, planned.by)
    if (by !== undefined) await goThrough(stage, planned, by)
  }
}

async function goThrough(stage: Stage, planned: PlannedIncident, by: Member): Promise<void> {
  const { act, frame: { today } } = stage
  const at = (when: When) => minuteOf(today, when)
  const { kind, title, fields, cause, count, listed } = planned
  const childIds = (await childrenOf(stage, by, planned.found)).slice(0, listed).map(({ id }) => id)
  let known = await act(by.name, at(planned.recorded), (context) => recordIncident(context, {
    kind, title, fields: [...fields], childrenCount: Math.max(count - listed, 0) + childIds.length, cause, foundAt: at(planned.found), childIds }))
  const add = async (when: When, change: Change) => {
    const { id, version } = known
    known = await act(by.name, at(when), (context) => updateIncident(context, { id, version, ...change }))
  }
  const { measures, authority, guardians, closed } = planned
  if (measures !== null) await add(measures.when, { measures: measures.words })
  if (authority !== null) await add(authority.when, { authorityName: authority.name, authorityToldAt: at(authority.toldAt) })
  if (guardians !== null) await add(guardians.when, { guardiansNote: guardians.words, guardiansToldAt: at(guardians.toldAt) })
  const officer = nearest(stage, 'guardian-officer', by.lo)
  if (closed !== null && officer !== undefined) await act(officer.name, at(closed.when), (context) => closeIncident(context, { ...known, note: closed.note }))
}
