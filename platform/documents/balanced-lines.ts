import { textWidth } from './text-width.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** What may not begin a line: it belongs to the word before it. */
const closing = /^[，。、；：？！）》」』】〕”’…—,.;:?!)\]}·的]/u
/** What may not end a line: it belongs to the word after it. */
const opening = /[（《「『【〔“‘([{]$/u

/**
 * Breaks a title into as few lines of at most `limit` characters as hold it, of nearly the same length.
 * Words stay whole where the dictionary knows them. A line end typed by the author is kept.
 */
export function balancedLines(text: string, limit: number): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => balance(line, limit))
}

function balance(text: string, limit: number): string[] {
  const width = textWidth(text)
  if (width <= limit) return [text]
  const pieces = piecesOf(text, limit)
  for (let count = Math.ceil(width / limit); count < pieces.length; count += 1) {
    const lines = evenest(pieces, count, limit)
    if (lines) return lines
  }
  return pieces
}

/** The parts a line may be broken between: words with their punctuation, or characters when a word is longer than a line. */
function piecesOf(text: string, limit: number): string[] {
  const pieces: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1)
    const belongsToLast = last !== undefined && (closing.test(segment) || opening.test(last))
    if (belongsToLast && textWidth(last + segment) <= limit) pieces[pieces.length - 1] = last + segment
    else if (textWidth(segment) <= limit) pieces.push(segment)
    else pieces.push(...Array.from(characters.segment(segment), (part) => part.segment))
  }
  return pieces
}

/** One way of filling lines up to some piece: how uneven it is, and where its last line begins. */
type Filling = { cost: number; from: number }

/** The most even division of the pieces into `count` lines, or undefined when some line would be longer than `limit`. */
function evenest(pieces: string[], count: number, limit: number): string[] | undefined {
  const ends = [0]
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + textWidth(piece))
  const ideal = (ends.at(-1) ?? 0) / count
  const table: Filling[][] = [[{ cost: 0, from: 0 }]]
  for (let line = 1; line <= count; line += 1) {
    table.push(ends.map((end, to) => cheapest(table[line - 1] ?? [], ends, { end, to, ideal, limit })))
  }
  if (!Number.isFinite(table[count]?.[pieces.length]?.cost ?? Infinity)) return undefined
  const lines: string[] = []
  for (let line = count, to = pieces.length; line > 0; line -= 1) {
    const from = table[line]?.[to]?.from ?? 0
    lines.unshift(pieces.slice(from, to).join('').trim())
    to = from
  }
  return lines
}

function cheapest(before: Filling[], ends: number[], line: { end: number; to: number; ideal: number; limit: number }): Filling {
  let best: Filling = { cost: Infinity, from: 0 }
  for (let from = line.to - 1; from >= 0; from -= 1) {
    const width = line.end - (ends[from] ?? 0)
    if (width > line.limit) break
    const cost = (before[from]?.cost ?? Infinity) + (width - line.ideal) ** 2
    if (cost < best.cost) best = { cost, from }
  }
  return best
}
