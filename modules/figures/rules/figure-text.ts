// How a figure is written in a sentence. The figure itself is never rounded; only the text may say 余, 约 or 近.

/** The figure as text, in the ways that stand behind its code ({{visits.made|万人次|余}}): 万元 万人次 万人 万 小时 余 约 近 带单位; an unknown way is ignored. */
export function writeFigure(value: number, ways: readonly string[], unit: string): string {
  const inHours = ways.includes('小时')
  const amount = inHours ? value / 60 : value
  const large = ways.find((way) => way.startsWith('万'))
  const isLarge = large !== undefined && Math.abs(amount) >= 10_000
  const after = large !== undefined ? large.slice(1) : inHours ? '小时' : ways.includes('带单位') ? unit : ''
  const { before, digits, more } = approximate(isLarge ? amount / 10_000 : amount, ways, isLarge)
  return `${before}${digits}${isLarge ? '万' : ''}${more}${after}`
}

function approximate(amount: number, ways: readonly string[], isLarge: boolean): { before: string; digits: string; more: string } {
  const step = isLarge ? 0.1 : twoDigits(amount)
  const floor = roundTo(amount, step, Math.floor)
  const ceiling = roundTo(amount, step, Math.ceil)
  const nearest = roundTo(amount, step, Math.round)
  if (ways.includes('余')) return { before: '', digits: plain(floor), more: floor === amount ? '' : '余' }
  if (ways.includes('近')) return { before: ceiling === amount ? '' : '近', digits: plain(ceiling), more: '' }
  if (ways.includes('约')) return { before: nearest === amount ? '' : '约', digits: plain(nearest), more: '' }
  return { before: '', digits: plain(amount), more: '' }
}

/** The step that leaves two leading digits: 1234 → 100. Below a hundred everyone counts exactly. */
const twoDigits = (amount: number) => (Math.abs(amount) < 100 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(amount))) - 1))

const roundTo = (amount: number, step: number, round: (value: number) => number) => {
  const steps = amount / step
  const near = Math.round(steps)
  return (Math.abs(steps - near) < 1e-9 ? near : round(steps)) * step
}

/** At most two places, without zeros at the end; official texts write no commas. */
const plain = (amount: number) => String(Math.round(amount * 100) / 100)
