import { addBody } from '#modules/referrals/commands/add-body.ts'
import { answerReferral } from '#modules/referrals/commands/answer-referral.ts'
import { decideOverride } from '#modules/referrals/commands/decide-override.ts'
import { draftReferral } from '#modules/referrals/commands/draft-referral.ts'
import { finishReferral } from '#modules/referrals/commands/finish-referral.ts'
import { revokeReferral } from '#modules/referrals/commands/revoke-referral.ts'
import { sendReferral } from '#modules/referrals/commands/send-referral.ts'
import { addDays } from '#platform/values/local-date.ts'
import { minuteOf, type When } from '../../rules/protection/moments.ts'
import { planReferrals, plannedBodies, type PlannedReferral } from '../../rules/protection/referrals.ts'
import { idOf } from '../frame.ts'
import { childrenOf, choose, inTurn, isAtSchool, nearest, type Candidate, type Member, type Stage } from './stage.ts'

/** A referral with the people and the child of this city. */
type Cast = { planned: PlannedReferral; by: Member; child: Candidate; to: { person: Member } | { bodyId: string } }
type Row = { id: string; version: number }

/** The directory of outside bodies, and referrals in every state. */
export async function addReferrals(stage: Stage, scale: number): Promise<void> {
  const bodies = await addBodies(stage)
  const offices = [...stage.members.keys()].filter((name) => /^county\d*-office$/.test(name)).toSorted()
  // Those without consent come first: nobody else asks for a consent of the same child.
  const ordered = planReferrals({ scale, offices }).toSorted((one, other) => Number(one.override === null) - Number(other.override === null))
  const casts: Cast[] = []
  const withoutConsent = new Set<string>()
  for (const planned of ordered) {
    const cast = await findCast(stage, planned, { bodies, but: planned.override === null ? withoutConsent : new Set(stage.chosen.keys()) })
    if (cast === undefined) continue
    casts.push(cast)
    choose(stage, cast.child)
    if (planned.override !== null) withoutConsent.add(cast.child.id)
  }
  await addConsents(stage, casts)
  for (const cast of casts) await goThrough(stage, cast)
}

async function addBodies({ act, frame, members }: Stage): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  if (!members.has('city-office')) return known
  for (const { key, kind, name, address, phone, contact } of plannedBodies) {
    const { id } = await act('city-office', addDays(frame.today, -200), (context) => addBody(context, { kind, name, address, phone, contact }))
    known.set(key, id)
  }
  return known
}

async function findCast(
  stage: Stage, planned: PlannedReferral, { bodies, but }: { bodies: ReadonlyMap<string, string>; but: ReadonlySet<string> },
): Promise<Cast | undefined> {
  const asked = 'person' in planned.to ? stage.members.get(planned.to.person) : undefined
  const bodyId = bodies.get('body' in planned.to ? planned.to.body : 'center')
  const to = asked !== undefined ? { person: asked } : bodyId === undefined ? undefined : { bodyId }
  if (to === undefined) return undefined
  for (const by of inTurn(stage, planned.by)) {
    const child = (await childrenOf(stage, by, planned.drafted)).find((one) => !but.has(one.id) && one.unitId !== asked?.unitId
      && (planned.hasLeftSchool ? isGrown(one) : isAtSchool(one)))
    if (child !== undefined) return { planned, by, child, to }
  }
  return undefined
}

const isGrown = ({ ageBand }: Candidate) => ageBand === '14-15' || ageBand === '16-17'

/** The guardians' consents to telling others, given on paper some days before the first draft. */
async function addConsents({ client, frame }: Stage, casts: readonly Cast[]): Promise<void> {
  const agreed = Map.groupBy(casts.filter(({ planned }) => planned.override === null), ({ child }) => child.id)
  const { rows } = await client.query<{ id: string; childId: string }>(`select id, child_id as "childId" from children.guardians
    where city_id = $1 and child_id = any ($2::uuid[]) and is_primary`, [frame.cityId, [...agreed.keys()]])
  for (const [childId, ofChild] of agreed) {
    const fromOn = addDays(frame.today, -Math.max(...ofChild.map(({ planned }) => planned.drafted[0])) - 5)
    const [first] = ofChild
    if (first === undefined) continue
    frame.writer.add('children.consents', {
      cityId: frame.cityId, id: idOf(frame, `sharing/${childId}`, fromOn), scopeCode: first.child.scopeCode, childId, kind: 'sharing',
      guardianId: rows.find((row) => row.childId === childId)?.id ?? null, form: 'paper', covers: '与接收单位共享办理转介所需的信息', fromOn, untilOn: null,
      withdrawnOn: null, withdrawalReason: null, recordedBy: first.by.accountId, recordedAt: `${fromOn} 10:00:00+08`,
    })
  }
  await frame.writer.finish()
}

async function goThrough(stage: Stage, { planned, by, child, to }: Cast): Promise<void> {
  const { act, frame } = stage
  const at = (when: When) => minuteOf(frame.today, when)
  let row: Row = await act(by.name, at(planned.drafted), (context) => draftReferral(context, {
    childId: child.id, ...('person' in to ? { toUnitId: to.person.unitId } : { toBodyId: to.bodyId }), need: planned.need, summary: planned.summary,
    // An office holds no approval for the file: it asks with the need alone.
    fields: by.role === 'care-worker' ? [...planned.fields] : [], accessDays: 30, overrideReason: planned.override?.reason }))
  const decided = planned.override?.decided
  const officer = nearest(stage, 'guardian-officer', child.scopeCode)
  if (decided != null && officer !== undefined) {
    const { id, version } = row
    row = await act(officer.name, at(decided.when), (context) => decideOverride(context, { id, version, approved: decided.isApproved, answer: decided.answer }))
  }
  if (planned.sent !== null) {
    const { id, version } = row
    row = await act(by.name, at(planned.sent), (context) => sendReferral(context, { id, version, purpose: 'case' }))
  }
  if (planned.revoked !== null) {
    const { when, reason } = planned.revoked
    await act(by.name, at(when), (context) => revokeReferral(context, { id: row.id, version: row.version, reason }))
  }
  await answerAndFinish(stage, { planned, by, child, to }, row)
}

/** The unit that was asked answers in its own row; for an outside body the sender enters what it said. */
async function answerAndFinish(stage: Stage, { planned: { answered, finished }, by, to }: Cast, sent: Row): Promise<void> {
  if (answered === null) return
  const { act, frame } = stage
  const name = 'person' in to ? to.person.name : by.name
  const row = 'person' in to ? await receivedRow(stage, sent.id) : sent
  const accepted = await act(name, minuteOf(frame.today, answered.when), (context) => answerReferral(context, {
    id: row.id, version: row.version, accepted: answered.isAccepted, reason: answered.reason }))
  if (finished === null) return
  await act(name, minuteOf(frame.today, finished.when), (context) => finishReferral(context, { ...accepted, result: finished.result }))
}

async function receivedRow({ client, frame }: Stage, sentId: string): Promise<Row> {
  const { rows: [row] } = await client.query<Row>(`select got.id, got.version from referrals.referrals sent
    join referrals.referrals got on got.city_id = $1 and got.referral_id = sent.referral_id and got.party = 'receiver'
    where sent.city_id = $1 and sent.id = $2`, [frame.cityId, sentId])
  if (row === undefined) throw new Error('a referral did not arrive')
  return row
}
