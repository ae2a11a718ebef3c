import { describe, expect, it } from 'vitest'
import { fillLine, fillReport, unknownCodes, wholeYearClaims } from './report-text.ts'

const filling = {
  place: '甲区', unit: '甲区关工委', unitCode: '9901001', year: 2026, countedUntil: null, figures: new Map([['visits.made', { value: 12345, unit: '人次' }]]) }

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
  it('knows two sorts of headings, by one sign or two; elsewhere in a line the sign is no heading', () => {
    expect(fillReport(' #走访 \r\n##  {{year}}年\n第#号', filling)).toEqual([
      { kind: 'heading', level: 1, text: '走访' }, { kind: 'heading', level: 2, text: '2026年' }, { kind: 'paragraph', runs: [{ text: '第#号' }] }])
  })
  it('takes spaces in a place as none, and leaves no empty run', () => {
    expect(fillReport('{{ visits.made | 万人次 | 余 }}', filling)).toMatchObject([{ runs: [{ text: '1.2万余人次' }] }])
  })
  it('keeps a figure apart from a figure beside it, and words together with words', () => {
    const [paragraph] = fillReport('{{visits.made}}{{visits.made}}{{place}}的{{year}}', filling)
    expect(paragraph?.kind === 'paragraph' && paragraph.runs.map(({ text }) => text)).toEqual(['12345', '12345', '甲区的2026'])
  })
  it('does not take the place, the committee and the years for figures', () => {
    expect(unknownCodes('{{place}}{{unit}}{{year}}{{nextYear}}{{visits.none}}{{visits.none}}', new Set())).toEqual(['visits.none'])
  })
  it('leaves alone what is no place', () => expect(fillLine('{{ }} { } }}', filling)).toBe('{{ }} { } }}'))
})

it('a text speaks of the whole year and its end only once the year is over', () => {
  const text = '截至{{until}}；{{wholeYear}}走访；{{yearEnd}}在帮'
  expect(fillLine(text, filling)).toBe('截至2026年末；全年走访；年末在帮')
  expect(fillLine(text, { ...filling, countedUntil: '2026-03-05' })).toBe('截至2026年3月5日；今年以来走访；目前在帮')
  expect(unknownCodes(text, new Set())).toEqual([])
})

it('a text that claims the whole year in words of its own is told so; a place claims nothing, and the year to come may be spoken of', () => {
  expect(wholeYearClaims('全年走访{{visits.made}}人次，截至{{year}}年末在帮{{cases.open}}件；全年又新立')).toEqual(['全年', '年末'])
  expect(wholeYearClaims('年底前和2026年终')).toEqual(['年底', '年终'])
  expect(wholeYearClaims('截至{{until}}，{{wholeYear}}走访，{{yearEnd}}在帮；{{nextYear}}年末建成，{{ nextYear }}年全年推进，明年年底验收')).toEqual([])
})
