import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { printReport } from '../exchange/print-report.ts'
import { docxParagraphs, docxPart } from '#platform/documents/testing/docx-part.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('opening a mandatory report', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())

  it('the first named person takes it in hand; every reading is on record', async () => {
    const id = await scene.file({ told: [{ kind: 'police', happenedAt: '2026-03-16T08:35', contact: '值班民警', receiptNumber: 'A1' }] })
    const first = await scene.open(id)
    expect(first).toMatchObject({
      status: 'handling', version: 2, childId: null, description: '穿红衣服的男孩，约八岁', maySeeReporter: true,
      steps: [{ kind: 'police', doneBy: null, contact: '值班民警', receiptNumber: 'A1' }],
    })
    const second = await scene.open(id)
    expect(second.openedAt).toEqual(first.openedAt)
    expect(second.reads.filter(({ what }) => what === '查看报告').map(({ personName }) => personName)).toEqual(['冯科长', '冯科长'])
  })

  it('nobody else finds it: not the office above, not who filed it, not the officer of the next county', async () => {
    const id = await scene.file()
    for (const name of ['李组长', '陈主任', '赵干事', '孙主任', '褚科长'] as const)
      await expect(scene.open(id, name)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const name of ['吴老师', '郑部长', '系统员', '安全员', '审计员'] as const)
      await expect(scene.open(id, name)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('the database itself keeps the keys from whoever does not stand on the list, and both tables from everybody', async () => {
    const id = await scene.file()
    const keyFor = (name: '冯科长' | '陈主任') => scene.as(name, async ({ tx }) => (
      await sql<{ key: Buffer | null; reporter: Buffer | null }>`select access.open_report_key(${id}) as key, access.open_reporter_key(${id}) as reporter`
        .execute(tx)).rows[0])
    expect(await keyFor('陈主任')).toEqual({ key: null, reporter: null })
    expect((await keyFor('冯科长'))?.key).toBeInstanceOf(Buffer)
    await scene.owner.query('update safeguarding.report_readers set sees_reporter = false where report_id = $1', [id])
    expect((await keyFor('冯科长'))?.reporter).toBeNull()
    await scene.owner.query('update safeguarding.report_readers set ended_at = now() where report_id = $1', [id])
    expect((await keyFor('冯科长'))?.key).toBeNull()
    for (const table of ['report_keys', 'reporter_keys'])
      await expect(scene.as('冯科长', ({ tx }) => sql.raw(`select 1 from safeguarding.${table}`).execute(tx))).rejects.toThrow(/permission denied/)
  })

  it('the log cannot be changed by any statement of the application', async () => {
    const id = await scene.file({ told: [{ kind: 'police', happenedAt: '2026-03-16T08:35', contact: '值班民警' }] })
    await expect(scene.as('冯科长', ({ tx }) => sql`update safeguarding.steps set kind = 'note' where city_id = 990100 and report_id = ${id}`.execute(tx)))
      .rejects.toThrow(/permission denied/)
  })

  it('is printed for the authorities without who reported, on record', async () => {
    const id = await scene.file({ reporterPhone: '13812345678' }, '吴老师')
    await scene.tellPolice(id)
    const file = await scene.as('冯科长', (context) => printReport(context, { id }))
    const chunks: Uint8Array[] = []
    for await (const chunk of file.body) chunks.push(chunk)
    const text = docxPart(Buffer.concat(chunks), 'word/document.xml')
    for (const part of ['胳膊上有多处淤青', '东一村口', '公受〔2026〕88号', '依法保密']) expect(text).toContain(part)
    for (const secret of ['吴老师', '13812345678']) expect(text).not.toContain(secret)
    const lines = docxParagraphs(Buffer.concat(chunks)).map((paragraph) => paragraph.text).join('\n')
    expect(lines, 'days as a paper writes them').toContain('2026年3月16日 ')
    expect(lines).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    expect(lines, 'who takes it signs for it').toContain('受理单位：')
    expect((await scene.open(id)).reads.some(({ what }) => what === '打印报告表')).toBe(true)
    await expect(scene.as('李组长', (context) => printReport(context, { id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
