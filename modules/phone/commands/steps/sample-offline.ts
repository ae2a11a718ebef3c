import fc from 'fast-check'
import { expect } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { voidVisit } from '#modules/care/commands/void-visit.ts'
import type { Enrolment, LetterAnswer } from '../../contract.ts'
import type { SealedItem } from '../../contract/sealing.ts'
import { acceptArrival } from '../accept-arrival.ts'
import { setAsideArrival } from '../set-aside-arrival.ts'
import type { PhoneScene } from './sample-phone.ts'

const days = ['2026-03-14', '2026-03-15', '2026-03-16'] as const
const child = fc.nat({ max: 1 })
const day = fc.constantFrom(...days)

/** What may happen: on two phones of one volunteer, on the way, and at the desk meanwhile. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('write' as const), child, day, phone: fc.nat({ max: 1 }), minutes: fc.constantFrom(0, 20, 45),
    outcome: fc.constantFrom('made' as const, 'attempted' as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('send' as const), which: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
    times: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('enter' as const), child, day }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), child }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end-pairing' as const), child, day }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), child }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut-off' as const), phone: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decide' as const), accepts: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type Run = { scene: PhoneScene; phones: Enrolment[]; cases: { caseId: string; childId: string }[]; written: SealedItem[]; told: Map<string,
  LetterAnswer>; entered: number }

/** Whatever happens in whatever order: every visit that was acknowledged stands exactly once, and nothing that was acknowledged is lost. */
export const everyVisitOnce = (scene: PhoneScene) => fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
  const cases = [await scene.paired('甲甲'), await scene.paired('乙乙')]
  const run: Run = { scene, phones: [await scene.enrol(), await scene.enrol()], cases, written: [], told: new Map(), entered: 0 }
  try {
    for (const each of steps) await take(run, each)
    // At last there is signal: everything is sent, and once more.
    for (let round = 0; round < 2 && run.written.length > 0; round++) await send(run, run.written)
    await judge(run)
  } finally {
    await clear(run)
  }
})

async function take(run: Run, each: Step): Promise<void> {
  const { scene } = run
  const caseId = 'child' in each ? run.cases[each.child]?.caseId ?? '' : ''
  switch (each.kind) {
    case 'write': {
      const phone = run.phones[each.phone]
      if (phone !== undefined) run.written.push(await scene.write(phone, { caseId, madeOn: each.day, minutes: each.minutes, outcome: each.outcome }))
      return
    }
    case 'send': return sendSome(run, each)
    case 'enter': {
      run.entered += await scene.visit(caseId, { madeOn: each.day, by: '赵干事', volunteerIds: [scene.wu] }).then(() => 1, ignoreRefusal)
      return
    }
    case 'void': return voidOne(run, caseId)
    case 'end-pairing': return void await scene.owner.query('update care.pairings set until_on = $2 where case_id = $1', [caseId, each.day])
    case 'withdraw': return withdraw(run, run.cases[each.child]?.childId ?? '')
    case 'cut-off': return void await scene.owner.query(
      `update phone.devices set cut_off_at = '2026-03-15T14:00:00+08:00', cut_off_reason = '丢失', cut_off_name = '赵干事' where id = $1`,
      [run.phones[each.phone]?.deviceId])
    case 'decide': return decideOne(run, each.accepts)
  }
}

/** Some letters, each perhaps several times and all at once: a phone that never hears the answer sends again. */
async function sendSome(run: Run, { which, times }: Extract<Step, { kind: 'send' }>): Promise<void> {
  const items = which.flatMap((index) => run.written.slice(index, index + 1))
  if (items.length > 0) await Promise.all(Array.from({ length: times + 1 }, () => send(run, items)))
}

/** Sends, and holds each answer against what was told before: what was recorded stays that visit, what was kept stays kept. */
async function send(run: Run, items: SealedItem[]): Promise<void> {
  for (const answer of await run.scene.send(items)) {
    const before = run.told.get(answer.itemId)
    // Many bring the same letter in the same moment, and the machine is busy: no reason to put one off.
    expect(answer.code).not.toBe('try-later')
    if (before?.isKept === true) expect(answer.isKept).toBe(true)
    if (before?.visitId) expect(answer.visitId).toBe(before.visitId)
    run.told.set(answer.itemId, answer)
  }
}

async function voidOne({ scene }: Run, caseId: string): Promise<void> {
  const { rows } = await scene.owner.query('select id, version from care.visits where case_id = $1 and voided_at is null order by id limit 1', [caseId])
  if (rows[0]) await scene.as('赵干事', (context) => voidVisit(context, { id: rows[0].id, version: rows[0].version, reason: '有误' }))
}

async function withdraw({ scene }: Run, childId: string): Promise<void> {
  await scene.owner.query('update children.consents set withdrawn_on = current_date where child_id = $1', [childId])
  await scene.owner.query('update children.children set has_service_consent = false where id = $1', [childId])
}

async function decideOne({ scene, cases }: Run, accepts: boolean): Promise<void> {
  const { rows } = await scene.owner.query(`select id, version from phone.letters where status = 'waiting' and case_id = any ($1) order by id limit 1`,
    [cases.map(({ caseId }) => caseId)])
  if (!rows[0]) return
  const { id, version } = rows[0] as { id: string; version: number }
  if (!accepts) await scene.as('赵干事', (context) => setAsideArrival(context, { id, version, reason: '不记录' }))
  else await scene.as('赵干事', (context) => acceptArrival(context, { id, version, minutes: 30 })).then(() => 1, ignoreRefusal)
}

function ignoreRefusal(error: unknown): number {
  if (error instanceof Refusal) return 0
  throw error
}

async function judge({ scene, phones, written, told, cases, entered }: Run): Promise<void> {
  const { rows: letters } = await scene.owner.query('select item_id, status, visit_id, sealed from phone.letters where device_id = any ($1)',
    [phones.map(({ deviceId }) => deviceId)])
  expect(new Set(letters.map((row) => row.item_id))).toEqual(new Set(written.map(({ itemId }) => itemId)))
  expect(letters).toHaveLength(written.length)
  for (const { itemId } of written) {
    const [letter, answer] = [letters.find((row) => row.item_id === itemId), told.get(itemId)]
    expect(answer?.isKept).toBe(true)
    expect(letter.visit_id).toBe(answer?.visitId ?? null)
    expect(answer?.state === 'recorded').toBe(letter.visit_id !== null)
    // What is no visit is still there in words.
    expect(letter.visit_id === null).toBe(letter.sealed !== null)
  }
  const visitIds = letters.flatMap((row) => (row.visit_id === null ? [] : [row.visit_id]))
  expect(new Set(visitIds).size).toBe(visitIds.length)
  const { rows: visits } = await scene.owner.query('select id from care.visits where case_id = any ($1)', [cases.map(({ caseId }) => caseId)])
  expect(visits.length).toBe(visitIds.length + entered)
  expect(visitIds.every((id) => visits.some((visit) => visit.id === id))).toBe(true)
}

/** The volunteer is free again for the next run. */
async function clear({ scene, cases, phones }: Run): Promise<void> {
  await scene.owner.query(`update care.pairings set from_on = '2020-01-01', until_on = '2020-01-01' where case_id = any ($1)`,
    [cases.map(({ caseId }) => caseId)])
  await scene.owner.query(`update phone.devices set cut_off_at = now(), cut_off_reason = $2, cut_off_name = '' where id = any ($1) and cut_off_at is null`,
    [phones.map(({ deviceId }) => deviceId), newId()])
}
