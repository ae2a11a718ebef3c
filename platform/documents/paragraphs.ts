import { AlignmentType, LineRuleType, Paragraph, Tab, TextRun } from 'docx'
import type { IParagraphOptions, IRunOptions, ParagraphChild } from 'docx'
import { balancedLines } from './balanced-lines.ts'
import { offGridStyle } from './body-styles.ts'
import { writableLine, writableText } from './writable-text.ts'
import { characterPitch, characterSpacing, fonts, linePitch, sizes, typeWidth } from './measures.ts'

export type Face = (typeof fonts)[keyof typeof fonts]
/** How a piece of text looks; what is left out is 3号仿宋. */
export type Manner = { face?: Face; size?: number; bold?: boolean; color?: string; spacing?: number; scale?: number }
type Setting = Omit<IParagraphOptions, 'children' | 'text' | 'run'>

/** A run of text in a given manner. */
export function run(text: string, manner: Manner = {}): TextRun {
  return new TextRun({ text: cleanLineKeepingEnds(text), ...runSetting(manner) })
}

/** A jump to the next tab stop. */
export const tabRun = (manner: Manner = {}): TextRun => new TextRun({ children: [new Tab()], ...runSetting(manner) })

/** The manner as the docx package takes it. */
export function runSetting({ face = fonts.body, size = sizes.third, bold, color, spacing, scale }: Manner): IRunOptions {
  return {
    font: { ascii: face, hAnsi: face, eastAsia: face, cs: face, hint: 'eastAsia' },
    size,
    sizeComplexScript: size,
    characterSpacing: spacing ?? characterSpacing,
    ...(bold ? { bold } : {}),
    ...(color ? { color } : {}),
    ...(scale ? { scale } : {}),
  }
}

/** A paragraph on the 22 lines of the page. */
export function line(children: ParagraphChild[], setting: Setting = {}): Paragraph {
  return new Paragraph({
    spacing: { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    widowControl: false,
    ...setting,
    children,
  })
}

/** So many empty lines. */
export function blankLines(count: number, setting: Setting = {}): Paragraph[] {
  return Array.from({ length: count }, () => line([run('')], setting))
}

/** A paragraph of the body: both edges straight, first line two characters in. */
export function bodyLine(children: ParagraphChild[], setting: Setting = {}): Paragraph {
  return line(children, { alignment: AlignmentType.BOTH, indent: { firstLine: 2 * characterPitch }, ...setting })
}

/** A title, 2号小标宋 centred, in lines of nearly equal length with whole words. */
export function titleLines(title: string): Paragraph[] {
  const manner = { face: fonts.title, size: sizes.second, spacing: 0 }
  const titleCharactersPerLine = Math.floor(typeWidth / (sizes.second * 10)) - 1
  return balancedLines(writableText(title), titleCharactersPerLine).map((text) =>
    line([run(text, manner)], { style: offGridStyle, alignment: AlignmentType.CENTER, keepNext: true }))
}

const cleanLineKeepingEnds = (text: string): string => {
  const clean = writableLine(text)
  return clean === '' ? '' : `${/^ /.test(text) ? ' ' : ''}${clean}${/ $/.test(text) ? ' ' : ''}`
}
