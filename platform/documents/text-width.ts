const fullWidthRanges = [
  '\\u{2014}\\u{2018}-\\u{201D}\\u{2026}', // dash, quotes, ellipsis: as wide as a character in Chinese fonts
  '\\u{2460}-\\u{24FF}\\u{25A0}-\\u{27BF}',
  '\\u{2E80}-\\u{A4CF}\\u{AC00}-\\u{D7AF}\\u{F900}-\\u{FAFF}\\u{FE30}-\\u{FE4F}',
  '\\u{FF01}-\\u{FF60}\\u{FFE0}-\\u{FFE6}\\u{1F000}-\\u{3FFFF}',
]
const fullWidth = new RegExp(`[${fullWidthRanges.join('')}]`, 'u')
const withoutWidth = /\p{M}|\p{Cf}/u

/** Width of a line of text in characters of its own size: a Chinese character is 1, a digit or Latin letter a half. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (withoutWidth.test(character)) continue
    width += fullWidth.test(character) ? 1 : 0.5
  }
  return width
}
