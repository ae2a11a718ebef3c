import { describe, expect, it } from 'vitest'
import { findClosingObstacle } from './closing.ts'
import { countReport } from './countable.ts'
import { instantOf, momentOf } from './moments.ts'
import { noticeOf, pressingNotice } from './notice.ts'

describe('figures of a report', () => {
  it('count that there was one and each of its situations, about nobody and under no name', () => {
    const ofReport = {
      happenedOn: '2026-03-16', unit: { id: 'unit', scopeCode: '990100100010001000' }, record: { kind: 'mandatory-report', id: 'report' }, label: '某儿童',
    }
    const report = { id: 'report', unitId: 'unit', scopeCode: '990100100010001000', situations: ['abandoned', 'many-injuries'] as const }
    expect(countReport(report, '2026-03-16')).toEqual([
      { ...ofReport, measure: 'mandatory-report.filed' }, { ...ofReport, measure: 'mandatory-report.abandoned' },
      { ...ofReport, measure: 'mandatory-report.many-injuries' },
    ])
  })
})

describe('closing a report', () => {
  const closing = (...kinds: string[]) => findClosingObstacle({ result: 'family-supported', steps: kinds.map((kind) => ({ kind })) })
  it.each(['police', 'civil-affairs', 'education'])('needs one of those whom the law names: %s is enough, beside whatever else was done', (authority) => {
    expect(closing('guardian', authority, 'visited')).toBeUndefined()
  })
  it('is refused when only others were told', () => {
    expect(closing('hospital', 'other-authority', 'guardian')).toBe('NOBODY_TOLD')
    expect(closing()).toBe('NOBODY_TOLD')
  })
})

describe('a notice of a report', () => {
  it('leads to the report and says nothing of it; each further one says which it is', () => {
    expect(noticeOf('r').link).toBe('/safeguarding/reports/r')
    expect(noticeOf('r').title).toBe('有一份强制报告待您查看')
    expect(noticeOf('r', 2).title).toBe('有一份强制报告仍待您查看（第2次提醒）')
  })
  it('to a leader tells apart that nobody may read it and that nobody has', () => {
    expect(pressingNotice(0)).toEqual({
      title: '有一份强制报告无人可以查看，请立即落实人员', body: '本单位和上级还没有未成年人信息负责人或指定保护人员，请联系安全管理员授权。',
      link: '/safeguarding/counts',
    })
    expect(pressingNotice(1)).toEqual({
      title: '有一份强制报告超时无人查看，请督促', body: '请督促未成年人信息负责人或指定保护人员立即登录处理。', link: '/safeguarding/counts',
    })
  })
})

describe('a moment on the wall clock', () => {
  it('is eight hours ahead of the world, there and back', () => {
    expect(instantOf('2026-03-16T08:30').toISOString()).toBe('2026-03-16T00:30:00.000Z')
    expect(momentOf(new Date('2026-03-15T17:05:00Z'))).toBe('2026-03-16T01:05')
  })
})
