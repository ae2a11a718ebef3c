import { describe, expect, test } from 'vitest'
import { copyLine } from './copy-text.ts'

describe('a line for COPY', () => {
  test('parts fields by tabs and tells null from an empty text', () => {
    expect(copyLine(['a', null, '', undefined, 7, true])).toBe('a\t\\N\t\t\\N\t7\ttrue\n')
  })

  test('keeps what a text holds from being read as the end of a field or line', () => {
    expect(copyLine(['a\tb\nc\\N\r'])).toBe('a\\tb\\nc\\\\N\\r\n')
  })

  test('writes bytes, lists, instants and objects as PostgreSQL reads them', () => {
    expect(copyLine([Buffer.of(1, 255)])).toBe('\\\\x01ff\n')
    expect(copyLine([['书法', 'a"b', 'c\\d'], []])).toBe('{"书法","a\\\\"b","c\\\\\\\\d"}\t{}\n')
    expect(copyLine([new Date('2026-03-05T01:02:03Z'), { seed: '1' }])).toBe('2026-03-05T01:02:03.000Z\t{"seed":"1"}\n')
  })
})
