import { expect, test } from 'vitest'
import { findFileObstacle } from './file-limits.ts'

const limits = { endings: ['.xlsx'], maxMegabytes: 1 }

test('a file of another kind or beyond the limit is stopped before it is sent', () => {
  expect(findFileObstacle({ name: '名册.XLSX', size: 1024 * 1024 }, limits)).toBeUndefined()
  expect(findFileObstacle({ name: '名册.xls', size: 10 }, limits)).toBe('kind')
  expect(findFileObstacle({ name: '名册.xlsx', size: 1024 * 1024 + 1 }, limits)).toBe('size')
})
