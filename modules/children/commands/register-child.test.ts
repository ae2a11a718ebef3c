import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '#platform/contract/refusal.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { registerChild } from './register-child.ts'
import { countAudit, liveCount, orphanFacts, registerSample, sampleChild, sampleNumber } from './steps/sample-child.ts'

describe('registering a child', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it('keeps a masked card, seals who it is, derives the types and counts the child', async () => {
    const child = await registerSample(city, {
      name: '欧阳小明',
      facts: orphanFacts,
      consents: [{ kind: 'service', form: 'paper', covers: '结对帮扶', fromOn: '2026-03-01' }],
    })
    expect(child).toMatchObject({
      maskedName: '欧阳某',
      sex: 'male',
      ageBand: '6-13',
      unitCode: '990100100010001',
      unitName: '东一村',
      differs: true,
    })
    expect(child.derivedTypes).toEqual(['orphan', 'hardship', 'minor-in-hardship', 'lost-kin'])
    expect(await countAudit(city, 'child.registered', child.id)).toBe(1)
    for (const measure of ['child.registered', 'child.added', 'child.type.orphan', 'child.consent.service', 'child.differs']) {
      expect([
        measure,
        await liveCount(city, child.id, { measure, on: '2026-03-16' }),
        await liveCount(city, child.id, { measure, on: '2026-03-15' }),
      ]).toEqual([measure, 1, 0])
    }
  })

  it('writes nothing of the identity in clear anywhere', async () => {
    const child = await registerSample(city, { name: '𤧯䶮雪', school: '绝密小学' })
    const { rows } = await city.owner.query(`select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema in ('children', 'audit', 'figures', 'platform') and table_type = 'BASE TABLE'`)
    for (const { name } of rows) {
      const found = await city.owner.query(`select 1 from ${name} t where t::text like any ($1)`, [
        ['%䶮%', '%13800005678%', '%绝密小学%', '%李桂花%', '%2015-05-20%', '%花生%'],
      ])
      expect([name, found.rowCount]).toEqual([name, 0])
    }
    expect(child.maskedName).toBe('𤧯某')
  })

  it('takes birth date and sex from the identity number', async () => {
    const child = await registerSample(city, {
      paperKind: 'id-card',
      paperNumber: sampleNumber('2012-04-01', 2),
      birthOn: undefined,
      sex: undefined,
    })
    expect(child).toMatchObject({ sex: 'female', ageBand: '6-13' })
  })

  it('accepts a child without papers', async () => {
    expect((await registerSample(city, { paperKind: 'none' })).status).toBe('registered')
  })

  it.each([
    [
      'a birth date that does not agree with the number',
      { paperKind: 'id-card' as const, paperNumber: sampleNumber('2012-04-01', 1), birthOn: '2012-04-02' },
      'birthOn',
    ],
    [
      'a sex that does not agree with the number',
      { paperKind: 'id-card' as const, paperNumber: sampleNumber('2012-04-01', 1), birthOn: undefined, sex: 'female' as const },
      'sex',
    ],
    ['a wrong check digit', { paperKind: 'id-card' as const, paperNumber: '009901201204010010' }, 'paperNumber'],
    ['a future birthday', { birthOn: '2026-03-17' }, 'birthOn'],
    ['somebody of 18', { birthOn: '2008-03-16' }, 'birthOn'],
    ['a phone that is none', { phone: '12345' }, 'phone'],
    [
      'a fact in the future',
      {
        facts: [
          { subject: 'father' as const, kind: 'life' as const, value: 'deceased', fromOn: '2026-03-17', evidence: 'statement' as const },
        ],
      },
      'facts',
    ],
    [
      'a fact about the wrong person',
      {
        facts: [
          { subject: 'household' as const, kind: 'life' as const, value: 'deceased', fromOn: '2020-01-01', evidence: 'statement' as const },
        ],
      },
      'facts',
    ],
    [
      'a consent that nobody gave',
      { guardians: [], consents: [{ kind: 'service' as const, form: 'paper' as const, covers: '帮扶', fromOn: '2026-03-01' }] },
      'guardians',
    ],
  ])('refuses %s beside the field', async (_what, change, field) => {
    const refused = await registerSample(city, change).catch((error: Refusal) => error)
    expect(refused).toMatchObject({ code: 'INVALID_INPUT' })
    expect((refused as Refusal).data).toMatchObject({ issues: [expect.objectContaining({ path: expect.arrayContaining([field]) })] })
  })

  it('refuses a number that is known anywhere in the city, and says which unit has the child, no more', async () => {
    const number = { paperKind: 'id-card' as const, paperNumber: sampleNumber('2014-02-03', 3), birthOn: undefined }
    const first = await registerSample(city, number)
    await expect(registerSample(city, number)).rejects.toMatchObject({
      code: 'CHILD_ALREADY_REGISTERED',
      data: { childId: first.id, unitName: '东一村' },
    })
    await expect(registerSample(city, { ...number, name: '张大明' }, '蒋主任')).rejects.toMatchObject({
      data: { childId: null, unitName: '东一村' },
    })
    const { rows } = await city.owner.query('select count(*)::int as count from children.children where id <> $1 and unit_id = $2', [
      first.id,
      await city.unitId('990100200010001'),
    ])
    expect(rows[0].count).toBe(0)
  })

  it('two who register the same number at once: one of them is told', async () => {
    const number = { paperKind: 'id-card' as const, paperNumber: sampleNumber('2013-07-08', 5), birthOn: undefined }
    const answers = await Promise.allSettled([registerSample(city, number), registerSample(city, number, '周主任')])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('lets brothers and sisters share a household', async () => {
    const elder = await registerSample(city)
    const younger = await registerSample(city, { name: '张小红', sex: 'female', siblingId: elder.id })
    const { rows } = await city.owner.query('select distinct household_id from children.children where id in ($1, $2)', [
      elder.id,
      younger.id,
    ])
    expect(rows).toHaveLength(1)
  })

  it('is for offices and care workers, in their own range', async () => {
    for (const name of ['郑部长', '冯科长', '吴老师', '系统员', '安全员', '审计员'] as const) {
      await expect(city.as(name, (context) => registerChild(context, sampleChild()))).rejects.toThrow('FORBIDDEN')
    }
    const elsewhere = await city.unitId('990100200010001')
    await expect(city.as('孙主任', (context) => registerChild(context, sampleChild({ unitId: elsewhere })))).rejects.toThrow(
      'INVALID_INPUT',
    )
    const below = await city.as('赵干事', async (context) =>
      registerChild(context, sampleChild({ unitId: await city.unitId('990100100010002') })),
    )
    expect(below.unitCode).toBe('990100100010002')
  })
})
