import { describe, expect, it } from 'vitest'
import { findErasureObstacle, keptSentence, type KnownRequest } from './erasure.ts'

describe('when a closed file may be erased', () => {
  const today = '2026-03-16'
  const obstacle = (keepUntil: string | null, ...requests: KnownRequest[]) => findErasureObstacle({ keepUntil, requests }, today)
  const asked = (kind: string, status: string, result: string | null = status === 'open' ? null : 'granted'): KnownRequest => ({ kind, status, result })

  it('from the day after the last one of keeping', () => {
    expect(obstacle('2026-03-15')).toBeUndefined()
    expect(obstacle('2026-03-16')).toBe('CHILD_KEPT')
    expect(obstacle('2036-06-30')).toBe('CHILD_KEPT')
    expect(obstacle(null)).toBe('CHILD_KEEPING_UNKNOWN')
  })
  it('earlier when a deletion was asked for and granted, handed over or not', () => {
    for (const keepUntil of ['2036-06-30', null]) {
      for (const status of ['decided', 'sent']) expect(obstacle(keepUntil, asked('delete', status))).toBeUndefined()
    }
    expect(obstacle('2036-06-30', asked('delete', 'sent', 'refused'))).toBe('CHILD_KEPT')
    for (const kind of ['see', 'copy', 'correct']) expect(obstacle('2036-06-30', asked(kind, 'sent'))).toBe('CHILD_KEPT')
  })
  it('never while somebody waits for an answer, or for what a yes has promised', () => {
    for (const kind of ['see', 'copy', 'correct', 'delete']) {
      expect(obstacle('2026-03-15', asked(kind, 'open'))).toBe('CHILD_REQUEST_WAITING')
      expect(obstacle('2036-06-30', asked('delete', 'decided'), asked(kind, 'open'))).toBe('CHILD_REQUEST_WAITING')
    }
    for (const result of ['granted', 'refused']) expect(obstacle('2026-03-15', asked('copy', 'decided', result))).toBe('CHILD_REQUEST_WAITING')
    expect(obstacle('2026-03-15', asked('copy', 'sent'), asked('delete', 'decided', 'refused'))).toBeUndefined()
  })
  it('and says until when it is locked and how it is done earlier', () => {
    expect(keptSentence('2036-06-30')).toMatch(/锁定保存到2036年6月30日.*登记“删除”的权利请求/)
  })
})
