import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCapital, formatWan, formatYuan, mustBeFen, parseYuan, sumFen } from './money.ts'

const amounts = fc.maxSafeInteger()

describe('money', () => {
  test.each([
    ['12', 1200], ['12．5', 1250], ['1,234.50', 123450], ['￥300元', 30000],
    ['0.01', 1], ['-5.05', -505], ['-0', 0], ['0', 0], ['1，234', 123400],
  ])(
    'is read from %j as %d fen',
    (text, fen) => expect(parseYuan(text)).toBe(fen),
  )

  test.each(['1.234', '1,23', '12,34.5', '.5', '5.', '1e3', '', '十元', '99999999999999999', '1 2', 'NaN', '１２', '￥３00', '1,23４.50'])('is refused: %j', text =>
    expect(parseYuan(text)).toBeUndefined())

  test('reads back what it writes, to the fen', () => {
    fc.assert(fc.property(amounts, fen => parseYuan(formatYuan(fen)) === fen))
  })

  test('is written with thousands and two decimals', () => {
    expect([0, 5, -5, 123456, 100000000].map(formatYuan)).toEqual(['0.00', '0.05', '-0.05', '1,234.56', '1,000,000.00'])
  })

  test('in 万元 has one decimal, rounded half away from zero', () => {
    const fen = [0, 49_999, 50_000, 12_345_678, -50_000, -49_999, 1_000_000]
    expect(fen.map(formatWan)).toEqual(['0.0', '0.0', '0.1', '12.3', '-0.1', '0.0', '1.0'])
  })

  test('never loses a fen silently', () => {
    expect(sumFen([10, 20, -30])).toBe(0)
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
    expect(() => mustBeFen(0.5)).toThrow(RangeError)
  })

  test.each([
    [0, '零元整'], [500, '伍元整'], [5, '伍分'], [50, '伍角'], [105, '壹元零伍分'], [1050, '壹拾元伍角'], [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [140_950, '壹仟肆佰零玖元伍角'], [600_714, '陆仟零柒元壹角肆分'], [1_640_902, '壹万陆仟肆佰零玖元零贰分'], [32_504, '叁佰贰拾伍元零肆分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'], [1_000_500, '壹万零伍元整'], [10_005_000_000, '壹亿零伍万元整'], [10_000_000_500, '壹亿零伍元整'],
    [1_000_000_000_000_000, '壹拾万亿元整'], [100_005_000, '壹佰万零伍拾元整'], [-500, '负伍元整'],
  ])('%d fen in capitals is %s', (fen, capital) => expect(formatCapital(fen)).toBe(capital))

  test('in capitals is different for different amounts', () => {
    fc.assert(fc.property(amounts, amounts, (one, other) => one === other || formatCapital(one) !== formatCapital(other)))
  })
})
