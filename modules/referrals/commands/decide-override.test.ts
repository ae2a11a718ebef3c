import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideOverride } from './decide-override.ts'
import { getReferral } from '../queries/get-referral.ts'
import { sendReferral } from './send-referral.ts'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('deciding on a referral without consent', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())
  const asked = async () => scene.draft({ childId: await scene.child(false), overrideReason: '监护人失联' })
  const why = '请先联系监护人'
  const decide = (
    { id, version }: { id: string; version: number }, approved: boolean, by: Parameters<ReferralScene['as']>[0] = '冯科长', answer = approved ? undefined : why,
  ) => scene.as(by, (context) => decideOverride(context, { id, version, approved, answer }))
  const send = (row: { id: string; version: number }) =>
    scene.as('孙主任', (context) => sendReferral(context, { id: row.id, version: row.version, purpose: 'registration' }))

  it('nothing is sent before the yes, and never after a no', async () => {
    const row = await asked()
    await expect(send(row)).rejects.toMatchObject({ code: 'OVERRIDE_PENDING' })
    const approved = await decide(row, true)
    expect(approved).toMatchObject({ overrideStatus: 'approved', version: 2 })
    expect(await send(approved)).toMatchObject({ status: 'sent' })
    const refused = await decide(await asked(), false)
    await expect(send(refused)).rejects.toMatchObject({ code: 'OVERRIDE_REJECTED' })
    await expect(decide(refused, true)).rejects.toMatchObject({ code: 'NO_OVERRIDE' })
  })

  it('until then the draft says what it waits for, and sending is offered to nobody', async () => {
    const seen = async (id: string) => {
      const { waitsFor, may } = await scene.as('孙主任', (context) => getReferral(context, { id }))
      return { waitsFor, send: may.send, revoke: may.revoke }
    }
    const row = await asked()
    expect(await seen(row.id)).toEqual({ waitsFor: 'OVERRIDE_PENDING', send: false, revoke: true })
    await decide(row, true)
    expect(await seen(row.id)).toEqual({ waitsFor: null, send: true, revoke: true })
    const refused = await asked()
    await decide(refused, false)
    expect(await seen(refused.id)).toEqual({ waitsFor: 'OVERRIDE_REJECTED', send: false, revoke: true })
    const childId = await scene.child()
    const drafted = await scene.draft({ childId })
    expect(await seen(drafted.id)).toEqual({ waitsFor: null, send: true, revoke: true })
    await scene.owner.query(`update children.consents set withdrawn_on = '2026-03-16' where child_id = $1`, [childId])
    expect(await seen(drafted.id)).toEqual({ waitsFor: 'CONSENT_MISSING', send: false, revoke: true })
  })

  it('is a to-do of the officer and not of the author; decided, it ends, and the author hears of it and has it to send', async () => {
    const row = await asked()
    await scene.run()
    const told = async () => (await scene.owner.query(`select a.person_name as who, n.kind, n.title, n.done_at is not null as is_done
      from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id where n.source_id = $1 order by n.created_at, n.id`, [row.id])).rows
    const ask = { who: '冯科长', kind: 'task', title: '请审批没有监护人同意的转介：张某 · 6—13岁' }
    expect(await told()).toEqual([{ ...ask, is_done: false }])
    const approved = await decide(row, true)
    await scene.run()
    const answer = { who: '孙主任', kind: 'task', title: '转介张某 · 6—13岁：例外已获批准，可以发出' }
    expect(await told()).toEqual([{ ...ask, is_done: true }, { ...answer, is_done: false }])
    await send(approved)
    await scene.run()
    expect(await told()).toEqual([{ ...ask, is_done: true }, { ...answer, is_done: true }])
  })

  it('bears words for the author, on the page and in the notice; a no without them is refused', async () => {
    const bodyFor = async (id: string) => (await scene.owner.query(`select n.body from notices.notices n join accounts.accounts a
      on a.id = n.recipient_account_id where n.source_id = $1 and a.person_name = '孙主任'`, [id])).rows
    const seen = (id: string) => scene.as('孙主任', (context) => getReferral(context, { id }))
    const [asked1, asked2, asked3] = [await asked(), await asked(), await asked()]
    await expect(scene.as('冯科长', (context) => decideOverride(context, { ...asked1, approved: false }))).rejects.toMatchObject({ code: 'ANSWER_NEEDED' })
    await decide(asked1, false)
    await decide(asked2, true, '冯科长', '情况紧急，同意')
    await decide(asked3, true)
    await scene.run()
    expect(await seen(asked1.id)).toMatchObject({ overrideName: '冯科长', overrideAnswer: why })
    expect(await seen(asked2.id)).toMatchObject({ overrideName: '冯科长', overrideAnswer: '情况紧急，同意' })
    expect((await seen(asked3.id)).overrideAnswer).toBeNull()
    expect(await bodyFor(asked1.id)).toEqual([{ body: `冯科长不批准。说明：${why}\n登记监护人的“信息共享”同意后可以发出，或撤回这份草稿。` }])
    expect(await bodyFor(asked2.id)).toEqual([{ body: '冯科长批准。说明：情况紧急，同意' }])
    expect(await bodyFor(asked3.id)).toEqual([{ body: '冯科长批准。' }])
  })

  it('says in the audit which fields it changed, without the words; the receiver learns nothing of it', async () => {
    const changed = async (id: string) => (await scene.owner.query(
      `select details -> 'changed' as changed, details::text || coalesce(reason, '') as text from audit.entries
        where subject_id = $1 and verb like 'referral-override.%'`, [id])).rows[0]
    const [no, yes, silent] = [await decide(await asked(), false), await decide(await asked(), true, '冯科长', why), await decide(await asked(), true)]
    for (const { id } of [no, yes]) {
      expect((await changed(id)).changed).toEqual(['overrideStatus', 'overrideAnswer'])
      expect((await changed(id)).text).not.toContain(why)
    }
    expect((await changed(silent.id)).changed).toEqual(['overrideStatus'])
    await send(yes)
    await scene.run()
    const got = await scene.received(yes.id)
    expect(await scene.as('蒋主任', (context) => getReferral(context, { id: got.id }))).toMatchObject({ overrideName: null, overrideAnswer: null })
  })

  it('is for the officer of the range, never for the author, and needs something to decide', async () => {
    const row = await asked()
    await expect(decide(row, true, '褚科长')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const by of ['赵干事', '孙主任', '郑部长', '吴老师'] as const) await expect(decide(row, true, by)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await scene.owner.query('update referrals.referrals set author_id = $1 where id = $2', [await scene.accountId('冯科长'), row.id])
    await expect(decide(row, true)).rejects.toMatchObject({ code: 'OWN_OVERRIDE' })
    await expect(decide(await scene.draft(), true)).rejects.toMatchObject({ code: 'NO_OVERRIDE' })
    await expect(decide({ ...row, version: 9 }, true)).rejects.toMatchObject({ code: 'STALE' })
  })

  it('is the sender’s: the officer of the unit that received it is told so in words', async () => {
    const row = await decide(await asked(), true)
    await send(row)
    await scene.run()
    const got = await scene.received(row.id)
    const server = await scene.serve()
    const answer = await server.inject({
      method: 'POST', url: `/api/referrals/${got.id}/override`, payload: { version: got.version, approved: true },
      headers: { cookie: await scene.cookieOf('褚科长'), origin: 'http://localhost', host: 'localhost' },
    })
    expect([answer.statusCode, answer.json().message]).toEqual([409, '这一步要由另一方办理。'])
  })
})
