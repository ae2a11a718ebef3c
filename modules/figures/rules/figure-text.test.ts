import { describe, expect, it } from 'vitest'
import { writeFigure } from './figure-text.ts'

describe('a figure in a sentence', () => {
  it('stands as it is, without commas, unless a way of writing is asked for', () => {
    expect(writeFigure(12345, [], '人')).toBe('12345')
    expect(writeFigure(88.12, ['带单位'], '%')).toBe('88.12%')
  })
  it('is written in 万 only from ten thousand on', () => {
    expect(writeFigure(12345, ['万人次'], '人次')).toBe('1.23万人次')
    expect(writeFigure(9999, ['万人次'], '人次')).toBe('9999人次')
    expect(writeFigure(10_000, ['万人次'], '人次')).toBe('1万人次')
  })
  it('is never said to be more than it is: 余 rounds down and is left out where nothing is left over', () => {
    expect(writeFigure(1234, ['余'], '人')).toBe('1200余')
    expect(writeFigure(1200, ['余'], '人')).toBe('1200')
    expect(writeFigure(87, ['余'], '人')).toBe('87')
    expect(writeFigure(12345, ['万人次', '余'], '人次')).toBe('1.2万余人次')
  })
  it('is 近 when rounded up and 约 when rounded to the nearest', () => {
    expect(writeFigure(1234, ['近'], '人')).toBe('近1300')
    expect(writeFigure(1260, ['约'], '人')).toBe('约1300')
  })
  it('is said plainly where rounding changes nothing, and below a hundred, where everybody counts exactly', () => {
    expect([writeFigure(1300, ['近'], '人'), writeFigure(1300, ['约'], '人')]).toEqual(['1300', '1300'])
    expect([writeFigure(87, ['近'], '人'), writeFigure(7, ['约'], '人')]).toEqual(['87', '7'])
    expect([writeFigure(13_000, ['万', '近'], '人'), writeFigure(11_000, ['万', '余'], '人')]).toEqual(['1.3万', '1.1万'])
  })
  it('of minutes can be said in hours', () => expect(writeFigure(90, ['小时'], '分钟')).toBe('1.5小时'))
})
