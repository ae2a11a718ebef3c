import type { Block, Heading } from './blocks.ts'

const digits = '零一二三四五六七八九'
const alreadyNumbered = [/^[一二三四五六七八九十百]+、/, /^（[一二三四五六七八九十百]+）/, /^\d+[.．、]/, /^（\d+）/] as const

/** Gives every heading the number of its level (一、（一）1.（1）) unless its author wrote one. */
export function numberHeadings(blocks: Block[]): Block[] {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    const index = block.level - 1
    counts[index] = (counts[index] ?? 0) + 1
    counts.fill(0, index + 1)
    return { ...block, text: withNumber(block, counts[index]) }
  })
}

function withNumber({ level, text }: Heading, count: number): string {
  if (text.trim() === '' || alreadyNumbered[level - 1]?.test(text.trim())) return text
  const numbers = [`${chineseNumber(count)}、`, `（${chineseNumber(count)}）`, `${count}. `, `（${count}）`]
  return `${numbers[level - 1]}${text.trim()}`
}

/** 1–99 as Chinese counts them; beyond that, digits. */
function chineseNumber(count: number): string {
  if (count > 99) return String(count)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${tensText}${ones === 0 && tens > 0 ? '' : digits[ones]}`
}
