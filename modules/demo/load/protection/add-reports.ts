import { assignDesignee } from '#modules/safeguarding/commands/assign-designee.ts'
import { closeReport } from '#modules/safeguarding/commands/close-report.ts'
import { fileReport } from '#modules/safeguarding/commands/file-report.ts'
import { openReport } from '#modules/safeguarding/commands/open-report.ts'
import { recordStep } from '#modules/safeguarding/commands/record-step.ts'
import { minuteOf, type When } from '../../rules/protection/moments.ts'
import { plannedDesignees, plannedReports, type PlannedReport } from '../../rules/protection/reports.ts'
import { childrenOf, choose, inTurn, isAtSchool, nearest, type Candidate, type Member, type Stage } from './stage.ts'

/** Mandatory reports and who receives them; only the people named for a report hold its key, here as everywhere. */
export async function addReports(stage: Stage): Promise<void> {
  for (const { person, since } of plannedDesignees) {
    const member = stage.members.get(person)
    const officer = member === undefined ? undefined : nearest(stage, 'guardian-officer', member.lo)
    if (member === undefined || officer === undefined) continue
    const { unitId, accountId } = member
    await stage.act(officer.name, minuteOf(stage.frame.today, since), (context) => assignDesignee(context, { unitId, accountId }))
  }
  for (const planned of plannedReports) await addReport(stage, planned)
}

async function addReport(stage: Stage, planned: PlannedReport): Promise<void> {
  const { by, child } = await findCast(stage, planned)
  const scopeCode = child?.scopeCode ?? by?.lo
  const officer = scopeCode === undefined ? undefined : nearest(stage, 'guardian-officer', scopeCode)
  if (by === undefined || scopeCode === undefined || officer === undefined) return
  const id = await file(stage, planned, { by, child })
  const { act, frame: { today } } = stage
  const at = (when: When) => minuteOf(today, when)
  const { opened, steps, closed } = planned
  if (opened === null) return
  const { version } = await act(officer.name, at(opened), (context) => openReport(context, { id }))
  for (const { when, ...step } of steps) await act(officer.name, at(when), (context) => recordStep(context, { id, ...step, happenedAt: at(when) }))
  if (closed !== null) await act(officer.name, at(closed.when), (context) => closeReport(context, { id, version, result: closed.result, text: closed.text }))
}

type Cast = { by: Member | undefined; child: Candidate | undefined }

async function findCast(stage: Stage, planned: PlannedReport): Promise<Cast> {
  const people = inTurn(stage, planned.by)
  if (planned.about !== 'child') return { by: people[0], child: undefined }
  for (const by of people) {
    const children = await childrenOf(stage, by, planned.filed)
    const child = children.find(isAtSchool) ?? children[0]
    if (child !== undefined) return { by, child: choose(stage, child) }
  }
  return { by: undefined, child: undefined }
}

async function file({ client, act, frame: { cityId, today } }: Stage, planned: PlannedReport, { by, child }: { by: Member; child: Candidate | undefined }) {
  const { about, situations, place, seen, told } = planned
  const at = (when: When) => minuteOf(today, when)
  const { number } = await act(by.name, at(planned.filed), (context) => fileReport(context, {
    submissionKey: `demo-${cityId}-${planned.key}`, situations: [...situations], childId: child?.id, place, seenAt: at(planned.seenAt), seen, withheld: [],
    description: about === 'child' ? '' : about.description,
    told: told === null ? [] : [{ kind: 'police', happenedAt: at(told.when), contact: told.contact, receiptNumber: told.receiptNumber }] }))
  const { rows: [row] } = await client.query<{ id: string }>('select id from safeguarding.reports where city_id = $1 and number = $2', [cityId, number])
  if (row === undefined) throw new Error('a report was not filed')
  return row.id
}
