import { AlignmentType, BorderStyle, LineRuleType, TabStopType } from 'docx'
import type { Paragraph } from 'docx'
import { balancedLines } from './balanced-lines.ts'
import { offGridStyle } from './body-styles.ts'
import { writableLine } from './writable-text.ts'
import { characterPitch, fonts, linePitch, twipsOfMillimetres, typeWidth } from './measures.ts'
import { blankLines, line, run, tabRun } from './paragraphs.ts'
import { textWidth } from './text-width.ts'

/** What stands above the red line. */
export type RedHead = {
  serialNo?: string
  secrecy?: string
  urgency?: string
  issuer: string
  documentNumber: string
  signatory?: string
}

const red = 'FF0000'
/** The mark is 40 points high unless it would have to be squeezed below 70 % to fit its line. */
const markPoints = 40
const narrowestScale = 0.7
/** With this leading the tops of the characters touch the top of their line. */
const markLeading = 1.1
/** More characters than this go on another line. */
const markCharactersPerLine = 24

/** 版头: serial number, secrecy, urgency, the red mark 35 mm below the top of the type area, number and the red line. */
export function renderRedHead(head: RedHead): Paragraph[] {
  return [...renderPrivileges(head), ...renderMark(head.issuer), ...blankLines(2), renderNumber(head), ...blankLines(2)]
}

/** 份号、密级、紧急程度, one under the other from the first line; the three lines stay free without them. */
function renderPrivileges({ serialNo, secrecy, urgency }: RedHead): Paragraph[] {
  const lines = [
    ...(serialNo ? [line([run(serialNo.padStart(6, '0'))])] : []),
    ...[secrecy, urgency].flatMap((text) => (text ? [line([run(text, { face: fonts.hei })])] : [])),
  ]
  return [...lines, ...blankLines(3 - lines.length)]
}

function renderMark(issuer: string): Paragraph[] {
  const lines = balancedLines(issuer, markCharactersPerLine)
  const longest = Math.max(1, ...lines.map(textWidth))
  const natural = typeWidth / 20 / longest
  const points = Math.floor(Math.min(markPoints, natural / narrowestScale))
  const scale = Math.min(100, Math.floor((natural / points) * 100) - 1)
  const leading = Math.round(points * 20 * markLeading)
  return lines.map((text, index) => line([run(text, { face: fonts.title, size: points * 2, color: red, spacing: 0, scale })], {
    style: offGridStyle,
    alignment: AlignmentType.CENTER,
    spacing: { line: leading, lineRule: LineRuleType.EXACT, before: index === 0 ? twipsOfMillimetres(35) - 3 * linePitch : 0, after: 0 },
  }))
}

/** 发文字号 centred; with a 签发人 one character from the left and the signatory one from the right. The red line 4 mm below. */
function renderNumber({ documentNumber, signatory }: RedHead): Paragraph {
  const border = { bottom: { style: BorderStyle.SINGLE, color: red, size: 12, space: 5 } }
  if (!signatory || writableLine(signatory) === '') {
    return line([run(documentNumber)], { alignment: AlignmentType.CENTER, border })
  }
  const tabStops = [
    { type: TabStopType.LEFT, position: characterPitch },
    { type: TabStopType.RIGHT, position: typeWidth - characterPitch },
  ]
  const children = [tabRun(), run(documentNumber), tabRun(), run('签发人：'), run(signatory, { face: fonts.kai })]
  return line(children, { tabStops, border })
}
