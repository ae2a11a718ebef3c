import { describe, expect, it } from 'vitest'
import { composeDigest } from './digest.ts'

const today = '2026-03-16'

describe('the daily digest', () => {
  it('says nothing when nothing is due', () => {
    expect(composeDigest([], today)).toBeUndefined()
    expect(composeDigest([{ title: '报送计划', dueOn: '2026-03-17' }], today)).toBeUndefined()
  })

  it('counts what is overdue and what is due today, and names the longest overdue first', () => {
    const digest = composeDigest([
      { title: '走访', dueOn: today }, { title: '评估', dueOn: '2026-03-10' }, { title: '回访', dueOn: '2026-03-12' }, { title: '总结', dueOn: '2026-04-01' },
    ], today)
    expect(digest?.title).toBe('您有 2 件待办已逾期，1 件待办今天到期')
    expect(digest?.body).toBe('评估（应于 2026-03-10 办完）\n回访（应于 2026-03-12 办完）\n走访（今天到期）')
  })

  it('leaves out the half that is empty', () => {
    expect(composeDigest([{ title: '走访', dueOn: today }], today)?.title).toBe('您有 1 件待办今天到期')
    expect(composeDigest([{ title: '走访', dueOn: '2026-03-15' }], today)?.title).toBe('您有 1 件待办已逾期')
  })

  it('names five and counts the rest', () => {
    const digest = composeDigest(Array.from({ length: 8 }, (_, at) => ({ title: `走访${at}`, dueOn: today })), today)
    expect(digest?.body.split('\n')).toHaveLength(6)
    expect(digest?.body).toContain('另有 3 件')
  })
})
