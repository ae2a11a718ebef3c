import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { listDayCases, listOwnComments, type DayCaseRow } from '#modules/care/index.ts'
import type { OpenedFile } from '#modules/children/contract.ts'
import { openChildFields } from '#modules/children/index.ts'
import { mustEnrolDevices } from '../access.ts'
import type { DayCase, DayComment, DayPack } from '../contract.ts'
import { commentsSince, mostComments, withoutNumbers } from '../rules/comments.ts'
import { groupOf, inDayOrder } from '../rules/grouping.ts'
import { phonesOf } from '../rules/phones.ts'
import { findHelpPhone, findLimits } from './steps/keeping.ts'
import { getSealingKey } from './steps/sealing-pair.ts'

/** What a visit needs of a file: whom, where, whom to call. */
const neededFields = ['name', 'address', 'phone', 'guardians'] as const
type Needed = (typeof neededFields)[number]

/** What the phone may keep for today and tomorrow. Each case in it is recorded as read, each file as opened. */
export async function getDay(context: Context, input: { deviceId: string }): Promise<DayPack> {
  mustEnrolDevices(context.actor)
  await noteSeen(context, input.deviceId)
  const cases: DayCase[] = []
  for (const row of await listDayCases(context)) cases.push(await dayCaseOf(context, row, input.deviceId))
  const [office, sealingKey, { keptDays, wrongPins }] = [await findHelpPhone(context), await getSealingKey(context), await findLimits(context)]
  return {
    madeAt: context.now, today: context.today, personName: context.actor.personName, unitCode: context.actor.unit.code, office, sealingKey,
    keeping: { keptDays, wrongPins }, cases: inDayOrder(cases),
    comments: await commentsOf(context, cases),
  }
}

/** Only of children whom the pack names openly anyhow: where a name is closed to the caller, the words of an office might open it. */
async function commentsOf(context: Context, cases: readonly DayCase[]): Promise<DayComment[]> {
  const caseIds = cases.filter(({ isMasked }) => !isMasked).map(({ caseId }) => caseId)
  const comments = await listOwnComments(context, { caseIds, sinceOn: commentsSince(context.today), most: mostComments })
  return comments.map((comment) => ({ ...comment, text: withoutNumbers(comment.text) }))
}

/** Only a phone of the caller that is not cut off gets a day; it remembers the session, which ends with it, and the right it works under. */
async function noteSeen({ tx, actor, now }: Context, deviceId: string): Promise<void> {
  const { rows } = await sql<{ isCutOff: boolean }>`
    update phone.devices set last_seen_at = ${now}, session_id = ${actor.sessionId}, grant_id = ${actor.grantId}
     where city_id = ${actor.cityId} and id = ${deviceId} and account_id = ${actor.accountId} returning cut_off_at is not null as is_cut_off`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  if (rows[0].isCutOff) throw new Refusal('DEVICE_CUT_OFF')
}

async function dayCaseOf(context: Context, row: DayCaseRow, deviceId: string): Promise<DayCase> {
  await recordAudit(context, {
    verb: 'child-case.read', subjectKind: 'child', subjectId: row.childId, scopeCode: row.scopeCode, details: { caseId: row.id, keptOnDevice: deviceId },
  })
  const dueOn = row.nextVisitDueOn
  const group = groupOf({ plannedOn: row.planned?.on ?? null, dueOn }, context.today)
  // Of a child nobody has to visit now the phone keeps who it is, and no more.
  const opened = await openFields(context, row.childId, group === 'other' ? ['name'] : neededFields)
  return {
    caseId: row.id, caseVersion: row.version, unitCode: codeOfScope(row.scopeCode),
    childName: opened?.name ?? row.maskedName, isMasked: opened?.name === undefined,
    ageWords: row.ageBand === null ? null : ageBandLabel(row.ageBand as AgeBand), group,
    dueOn, planned: row.planned, lastMadeOn: row.lastMadeOn, address: opened?.address ?? null, phones: phonesOf(opened),
  }
}

/** Opens what the caller's pairing or case opens to him, all or a part of it; undefined where nothing does, or the child was erased. */
async function openFields(context: Context, childId: string, fields: readonly Needed[] = neededFields): Promise<OpenedFile | undefined> {
  const purpose = context.actor.volunteerId === null ? 'case' : 'visit'
  try {
    return await openChildFields(context, { childId, fields, purpose })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code !== 'ACCESS_REQUIRED') return undefined
    const { missing } = error.data as { missing: string[] }
    const covered = fields.filter((field) => !missing.includes(field))
    return covered.length === 0 ? undefined : openFields(context, childId, covered)
  }
}
