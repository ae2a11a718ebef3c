import { beforeEach, expect, test } from 'vitest'
import { forgetDraft, forgetDrafts, keepDraft, readDraft } from './draft.ts'

const rule = { key: 'visit:1', safeFields: ['note', 'madeOn'] }
let storage: Storage

beforeEach(() => {
  storage = memoryStorage()
})

test('fields that are not named safe never reach the storage', () => {
  keepDraft(rule, { note: '情绪平稳', childName: '赵某某' }, storage)
  expect(readDraft(rule, storage)).toEqual({ note: '情绪平稳' })
  expect(storage.getItem(storage.key(0) ?? '')).not.toContain('赵某某')
})

test('a field that is no longer safe is not read back', () => {
  keepDraft(rule, { note: '情绪平稳', madeOn: '2026-03-05' }, storage)
  expect(readDraft({ ...rule, safeFields: ['madeOn'] }, storage)).toEqual({ madeOn: '2026-03-05' })
})

test('an emptied form leaves no draft behind', () => {
  keepDraft(rule, { note: '情绪平稳' }, storage)
  keepDraft(rule, { note: '' }, storage)
  expect(storage.length).toBe(0)
})

test('signing out forgets every draft and nothing else', () => {
  storage.setItem('other', '1')
  keepDraft(rule, { note: 'a' }, storage)
  keepDraft({ ...rule, key: 'visit:2' }, { note: 'b' }, storage)
  forgetDrafts(storage)
  expect([storage.length, storage.getItem('other')]).toEqual([1, '1'])
})

test('a saved form forgets its own draft only', () => {
  keepDraft(rule, { note: 'a' }, storage)
  keepDraft({ ...rule, key: 'visit:2' }, { note: 'b' }, storage)
  forgetDraft(rule, storage)
  expect([readDraft(rule, storage), readDraft({ ...rule, key: 'visit:2' }, storage)]).toEqual([undefined, { note: 'b' }])
})

test('a damaged draft counts as none', () => {
  storage.setItem('xinhuo.draft.visit:1', '{')
  expect(readDraft(rule, storage)).toBeUndefined()
})

function memoryStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: at => [...kept.keys()][at] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    clear: () => kept.clear(),
  }
}
