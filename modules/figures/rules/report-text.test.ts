import { describe, expect, it } from 'vitest'
import { fillLine, fillReport, unknownCodes } from './report-text.ts'

const filling = { place: '甲区', unit: '甲区关工委', unitCode: '9901001', year: 2026, figures: new Map([['visits.made', { value: 12345, unit: '人次' }]]) }

describe('the text of a report', () => {
  it('becomes headings and paragraphs in which each figure knows where it comes from', () => {
    expect(fillReport('# 走访\n\n全年走访{{visits.made|万人次}}，较好。', filling)).toEqual([
      { kind: 'heading', level: 1, text: '走访' },
      { kind: 'paragraph', runs: [
        { text: '全年走访' }, { text: '1.23万人次', figure: { code: 'visits.made', unit: '9901001', period: '2026' } }, { text: '，较好。' }] }])
  })
  it('knows its place, its committee and its years', () => expect(fillLine('{{place}} {{unit}} {{year}} {{nextYear}}', filling)).toBe('甲区 甲区关工委 2026 2027'))
  it('says which figures it does not know', () => {
    expect(fillLine('{{visits.none}}', filling)).toBe('〔没有指标 visits.none〕')
    expect(unknownCodes('{{visits.none}}{{visits.made}}{{year}}', new Set(['visits.made']))).toEqual(['visits.none'])
  })
  it('leaves alone what is no place', () => expect(fillLine('{{ }} { } }}', filling)).toBe('{{ }} { } }}'))
})
