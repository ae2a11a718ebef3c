import { describe, expect, it } from 'vitest'
import { makeTraceCode, readTraceCode, showTraceCode } from './trace-code.ts'

describe('a trace code', () => {
  const code = makeTraceCode(990100, Uint8Array.from({ length: 16 }, (_, at) => at * 17))
  it('is the number of the city and sixteen signs that nobody mistakes', () => {
    expect(code).toMatch(/^990100-[A-HJ-NP-Z2-9]{16}$/)
    expect(showTraceCode(code)).toMatch(/^990100(-[A-HJ-NP-Z2-9]{4}){4}$/)
  })
  it('is read as it stands on paper, in small or full-width letters, with spaces', () => {
    const shown = showTraceCode(code)
    for (const text of [code, shown, shown.toLowerCase(), ` ${shown.replaceAll('-', ' - ')} `, shown.replaceAll('-', ''), shown.replaceAll('-', '－')]) {
      expect(readTraceCode(text), text).toEqual({ cityId: 990100, code })
    }
  })
  it('is none when a sign is missing or does not occur', () => {
    for (const text of ['', '990100', code.slice(0, -1), `${code}A`, code.replace(/.$/, 'O'), 'x'.repeat(40), "990100-' or 1=1 --aaaa"]) {
      expect(readTraceCode(text), text).toBeUndefined()
    }
  })
})
