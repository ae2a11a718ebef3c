import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { grantAccess } from './grant-access.ts'
import { openChildFile } from './open-child-file.ts'
import { countAudit, registerSample, sampleNumber } from './steps/sample-child.ts'

describe('opening a file', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it('shows who registered the child every field, and records what was opened and why', async () => {
    const number = sampleNumber('2015-05-20', 1)
    const child = await registerSample(city, { paperKind: 'id-card', paperNumber: number })
    const file = await city.as('孙主任', (context) =>
      openChildFile(context, {
        id: child.id,
        purpose: 'registration',
        fields: ['name', 'idNumber', 'birthOn', 'phone', 'address', 'school', 'health', 'guardians'],
      }),
    )
    expect(file).toMatchObject({
      name: '张小明',
      idNumber: number,
      birthOn: '2015-05-20',
      phone: '13800005678',
      address: '东一村三组12号',
      school: '东街小学',
      health: '对花生过敏',
      guardians: [{ name: '李桂花', relation: 'grandmother', phone: '13900001234', idNumber: null, isPrimary: true }],
    })
    const { rows } = await city.owner.query(
      `select reason, details, person_name from audit.entries where verb = 'child-file.opened' and subject_id = $1`,
      [child.id],
    )
    expect(rows).toMatchObject([
      { reason: '登记建档', person_name: '孙主任', details: { purpose: 'registration', fields: expect.arrayContaining(['health']) } },
    ])
  })

  it('needs a living approval for each field, for this very purpose; a refusal shows nothing and says what is missing', async () => {
    const child = await registerSample(city)
    const accountIds = [await city.accountId('赵干事')]
    const ask = (fields: ('name' | 'address')[], purpose: 'visit' | 'case') =>
      city.as('赵干事', (context) => openChildFile(context, { id: child.id, fields, purpose }))
    await expect(ask(['name'], 'visit')).rejects.toMatchObject({ code: 'ACCESS_REQUIRED', data: { missing: ['name'] } })
    const given = {
      childId: child.id,
      accountIds,
      purpose: 'visit' as const,
      fields: ['name'] as const,
      ground: { kind: 'case' as const, id: child.id },
    }
    await city.as('赵干事', (context) => grantAccess(context, { ...given, until: new Date('2026-03-17T00:00:00+08:00') }))
    expect(await ask(['name'], 'visit')).toEqual({ name: '张小明' })
    await expect(ask(['name', 'address'], 'visit')).rejects.toMatchObject({ data: { missing: ['address'] } })
    await expect(ask(['name'], 'case')).rejects.toThrow('ACCESS_REQUIRED')
    expect(await countAudit(city, 'child-file.opened', child.id)).toBe(1)
  })

  it('is over when the time is over', async () => {
    const child = await registerSample(city)
    city.clock.moveTo('2026-04-14T09:00:00+08:00')
    await city.as('孙主任', (context) => openChildFile(context, { id: child.id, fields: ['name'], purpose: 'registration' }))
    city.clock.moveTo('2026-04-15T09:00:01+08:00')
    await expect(
      city.as('孙主任', (context) => openChildFile(context, { id: child.id, fields: ['name'], purpose: 'registration' })),
    ).rejects.toThrow('ACCESS_REQUIRED')
    city.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('is closed to leaders and administrators whatever they were given; the neighbour finds nothing', async () => {
    const child = await registerSample(city)
    for (const name of ['郑部长', '系统员', '安全员', '审计员'] as const) {
      await expect(
        city.as(name, (context) => openChildFile(context, { id: child.id, fields: ['name'], purpose: 'visit' })),
      ).rejects.toThrow('FORBIDDEN')
    }
    await expect(
      city.as('周主任', (context) => openChildFile(context, { id: child.id, fields: ['name'], purpose: 'visit' })),
    ).rejects.toThrow('NOT_FOUND')
  })
})
