import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { closeEnclosures } from '../jobs/close-enclosures.ts'
import { openEnclosure } from './open-enclosure.ts'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('opening what travelled', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())
  const open = (id: string, by: Parameters<ReferralScene['as']>[0] = '蒋主任') => scene.as(by, (context) => openEnclosure(context, { id }))

  it('is on record with the fields, and ends with its last day; the night removes it', async () => {
    const got = await scene.received((await scene.sent({ accessDays: 10 })).id)
    await open(got.id)
    const { rows } = await scene.owner.query(`select person_name, details -> 'fields' as fields from audit.entries
      where subject_id = $1 and verb = 'referral-enclosure.read'`, [got.id])
    expect(rows).toEqual([{ person_name: '蒋主任', fields: ['name', 'address'] }])
    scene.clock.moveTo('2026-03-26T23:00:00+08:00')
    expect((await open(got.id)).file).toMatchObject({ name: '张小明' })
    scene.clock.moveTo('2026-03-27T01:00:00+08:00')
    await expect(open(got.id)).rejects.toMatchObject({ code: 'ENCLOSURE_CLOSED' })
    await runScheduledJob(scene, closeEnclosures)
    await runScheduledJob(scene, closeEnclosures)
    expect((await scene.owner.query('select sealed_enclosure from referrals.referrals where id = $1', [got.id])).rows[0].sealed_enclosure).toBeNull()
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('the sender reads the words, not a copy of the file; leaders and volunteers open nothing', async () => {
    const row = await scene.sent()
    expect(await open(row.id, '孙主任')).toMatchObject({ need: '请安排课后陪伴', file: null })
    expect(await open(row.id, '冯科长')).toMatchObject({ file: null })
    for (const by of ['郑部长', '吴老师', '系统员', '审计员'] as const) await expect(open(row.id, by)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(open(row.id, '周主任')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
