import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { phoneModule } from '../module.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import type { Enrolment } from '../contract.ts'
import { listVisitFiles } from '../queries/list-visit-files.ts'
import { acceptArrival } from './accept-arrival.ts'
import { openPhoneScene, type PhoneScene } from './steps/sample-phone.ts'

// A photograph by its first bytes, in three parts.
const photo = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(600_000, 7)])
const partBytes = 256 * 1024

describe('a photograph that belongs to a visit', () => {
  let scene: PhoneScene
  let phone: Enrolment
  beforeAll(async () => {
    scene = await openPhoneScene()
    phone = await scene.enrol()
  })
  afterAll(() => scene.close())
  const partsOf = (bytes: Buffer, visitItemId: string, sha256 = createHash('sha256').update(bytes).digest('hex')) => {
    const [fileId, parts] = [newId(), Math.ceil(bytes.length / partBytes)]
    return Promise.all(Array.from({ length: parts }, (_, part) => scene.seal(phone, { kind: 'file-part', body: {
      fileId, visitItemId, part, parts, sha256, bytes: bytes.subarray(part * partBytes, (part + 1) * partBytes).toString('base64'),
    } })))
  }
  const filesOf = async (visitId: string, by: '赵干事' | '吴老师' | '孙主任' = '赵干事') =>
    (await scene.as(by, (context) => listVisitFiles(context, { visitId }))).items

  it('comes in parts, in any order and more than once, and lies beside the visit once, sealed; opening it is recorded', async () => {
    const { caseId, childId } = await scene.paired('张一')
    const item = await scene.write(phone, { caseId })
    const [first, second, third] = await partsOf(photo, item.itemId)
    const answers = []
    for (const each of [third!, first!, item, first!, second!]) answers.push(await scene.sendOne(each))
    expect(answers.map(({ state }) => state)).toEqual(Array(5).fill('recorded'))
    const files = await filesOf(answers[2]!.visitId!)
    expect(files).toMatchObject([{ mediaType: 'image/jpeg', sizeBytes: photo.length, personName: '吴老师' }])
    expect((await scene.owner.query('select 1 from phone.file_parts')).rowCount).toBe(0)
    const server = await scene.serve([phoneModule])
    const get = async (by: '赵干事' | '沈老师') =>
      server.inject({ url: `/api/phone/visit-file?id=${files[0]!.id}`, headers: { cookie: await scene.cookieOf(by) } })
    expect((await get('赵干事')).rawPayload.equals(photo)).toBe(true)
    expect((await get('沈老师')).statusCode).toBe(404)
    expect(await scene.audits('visit-file.opened', childId)).toBe(1)
  })

  it('is not taken when it is no photograph or its bytes are not those that were sent; the visit stands', async () => {
    const { caseId } = await scene.paired('张二')
    const item = await scene.write(phone, { caseId })
    const { visitId } = await scene.sendOne(item)
    const [program] = await partsOf(Buffer.from('MZ program'), item.itemId)
    const [torn] = await partsOf(photo.subarray(0, 1000), item.itemId, 'a'.repeat(64))
    expect(await scene.send([program!, torn!])).toMatchObject([{ state: 'refused', code: 'file-not-taken', isKept: true }, { code: 'file-not-taken' }])
    expect(await filesOf(visitId!)).toEqual([])
  })

  it('waits with a visit that waits, and comes along when the office records it', async () => {
    const { caseId } = await scene.paired('张三')
    const item = await scene.write(phone, { caseId, minutes: 0 })
    await scene.send([item, ...await partsOf(photo.subarray(0, 5000), item.itemId)])
    const { rows } = await scene.owner.query('select id, version from phone.letters where item_id = $1', [item.itemId])
    const { visitId } = await scene.as('赵干事', (context) => acceptArrival(context, { id: rows[0].id, version: rows[0].version, minutes: 30 }))
    expect(await filesOf(visitId)).toHaveLength(1)
    expect(await filesOf(visitId, '吴老师')).toHaveLength(1)
  })

  it('can no longer be opened after the child was erased', async () => {
    const { caseId, childId } = await scene.paired('张四')
    const item = await scene.write(phone, { caseId })
    const { visitId } = await scene.sendOne(item)
    await scene.send(await partsOf(photo.subarray(0, 5000), item.itemId))
    expect(await filesOf(visitId!)).toHaveLength(1)
    await scene.owner.query(`insert into audit.entries (city_id, id, scope_code, epoch, verb, subject_kind, subject_id, person_name)
      select city_id, $1, scope_code, 1, 'child.erased', 'child', id, '系统' from children.children where id = $2`, [newId(), childId])
    await runJobsInline(scene, [phoneModule])
    expect(await filesOf(visitId!)).toEqual([])
  })
})
