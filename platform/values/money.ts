// Money is a whole number of fen held in a JavaScript number: up to 90 million million yuan stay exact, JSON carries it, and a sum
// past that range is refused loudly. Never a fraction of a fen, never yuan.
import { cleanText, hasFullWidthDigits } from './text.ts'

/** An amount in fen (分); a safe integer. */
export type Fen = number

/** Makes sure an amount is a whole, exact number of fen; a defect otherwise. */
export function mustBeFen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`)
  return amount === 0 ? 0 : amount
}

/** Adds amounts; fails rather than lose a fen. */
export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0
  for (const amount of amounts) total = mustBeFen(total + mustBeFen(amount))
  return total
}

const yuanForm = /^(-)?[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?\s*元?$/

/**
 * Reads an amount in yuan: `1,234.5`, `￥12`, `300元`. Nothing when it is no amount, has three decimals or digits in full width: money is
 * typed anew, not guessed.
 */
export function parseYuan(text: string): Fen | undefined {
  if (hasFullWidthDigits(text)) return undefined
  const found = yuanForm.exec(cleanText(text).replaceAll('，', ',').replaceAll('．', '.').replace('－', '-'))
  if (!found) return undefined
  const [, minus, yuan = '', fraction = ''] = found
  const fen = Number(yuan.replaceAll(',', '') + fraction.padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return undefined
  return minus && fen !== 0 ? -fen : fen
}

const splitFen = (fen: Fen) => {
  const digits = String(Math.abs(mustBeFen(fen))).padStart(3, '0')
  return { sign: fen < 0 ? '-' : '', yuan: digits.slice(0, -2), cents: digits.slice(-2) }
}

/** `1,234.50`, as on a list or a receipt. */
export function formatYuan(fen: Fen): string {
  const { sign, yuan, cents } = splitFen(fen)
  return `${sign}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** 万元 with one decimal, half away from zero (`12.3`): for running text only, never for a figure that is added up. */
export function formatWan(fen: Fen): string {
  const tenths = (BigInt(Math.abs(mustBeFen(fen))) + 50_000n) / 100_000n
  return `${fen < 0 && tenths > 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}`
}

const capitalDigits = '零壹贰叁肆伍陆柒捌玖'
const capitalPlaces = ['', '拾', '佰', '仟']
const capitalGroups = ['', '万', '亿', '万亿']

/** Chinese capital amount (大写) after 支付结算办法: 1,680.32 → 壹仟陆佰捌拾元叁角贰分, 1,409.50 → 壹仟肆佰零玖元伍角, 5 → 伍元整. */
export function formatCapital(fen: Fen): string {
  const { sign, yuan, cents } = splitFen(fen)
  const whole = spellWhole(yuan)
  const fraction = spellCents(cents, whole !== '')
  const amount = (whole && `${whole}元`) + fraction || '零元'
  return (sign && '负') + amount + (fraction ? '' : '整')
}

function spellWhole(yuan: string): string {
  const groups = (yuan.replace(/^0+/, '').match(/\d{1,4}(?=(\d{4})*$)/g) ?? []).map(group => group.padStart(4, '0'))
  const spelled = groups.map((group, index) => spellGroup(group) && spellGroup(group) + capitalGroups[groups.length - 1 - index])
  return spelled.reduce((text, part, index) => text + zeroBetween(text, part, groups[index] ?? '') + part, '')
}

// A zero is read before a group that has a gap in front of it: 壹万零伍元, 壹亿零伍万元.
const zeroBetween = (before: string, part: string, group: string) => (before && part && group.startsWith('0') ? '零' : '')

function spellGroup(group: string): string {
  const digits = [...group].map(Number)
  const spelled = digits.map((digit, index) => (digit === 0 ? '零' : `${capitalDigits[digit]}${capitalPlaces[3 - index]}`))
  return spelled.join('').replace(/零+/g, '零').replace(/^零|零$/g, '')
}

function spellCents(cents: string, hasYuan: boolean): string {
  const [jiao = 0, fen = 0] = [...cents].map(Number)
  const jiaoText = jiao ? `${capitalDigits[jiao]}角` : fen && hasYuan ? '零' : ''
  return jiaoText + (fen ? `${capitalDigits[fen]}分` : '')
}
