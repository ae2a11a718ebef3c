const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text that XML 1.0 can hold: control characters, lone surrogates and non-characters are dropped, every line end is \n. */
export function writableText(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(unwritable, '')
}

/** Text for a place that has one line only: line ends and tabs become one space. */
export function writableLine(text: string): string {
  return writableText(text).replace(/\s*[\n\t]\s*/g, ' ').trim()
}
