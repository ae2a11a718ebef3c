import { AlignmentType } from 'docx'
import type { IParagraphOptions, Paragraph } from 'docx'
import { formatChinese } from '#platform/values/local-date.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { characterPitch, typeWidth } from './measures.ts'
import { blankLines, line, run } from './paragraphs.ts'
import { textWidth } from './text-width.ts'
import { writableLine } from './writable-text.ts'

/** Who signs a document and on which day. */
export type Signature = { signedBy: string; signedOn: LocalDate; withSeal: boolean }

/** 署名 and 成文日期, kept on the page of the two lines before them. */
export function renderSignature({ signedBy, signedOn, withSeal }: Signature): Paragraph[] {
  const signer = writableLine(signedBy)
  const date = formatChinese(signedOn)
  const widths = { signer: Math.min(textWidth(signer) * characterPitch, typeWidth), date: textWidth(date) * characterPitch }
  const place = withSeal ? placeUnderSeal(widths) : placeWithoutSeal(widths)
  return [
    ...blankLines(withSeal ? blankLinesUnderSeal : 1, { keepNext: true }),
    line([run(signer)], { ...place.signer, keepNext: true }),
    line([run(date)], place.date),
  ]
}

/** A seal of 42 mm centred slightly above both lines then begins within one line of the text. */
const blankLinesUnderSeal = 2

type Widths = { signer: number; date: number }
type Place = Pick<IParagraphOptions, 'alignment' | 'indent'>

const fromRight = (twips: number): Place => ({ alignment: AlignmentType.RIGHT, indent: { right: Math.max(0, Math.round(twips)) } })
const fromLeft = (twips: number): Place => ({ alignment: AlignmentType.LEFT, indent: { left: Math.max(0, Math.round(twips)) } })

/** The date four characters from the right, the signer centred above it; a very long signer pushes the date inwards instead. */
function placeUnderSeal({ signer, date }: Widths): Record<keyof Widths, Place> {
  const ofDate = 4 * characterPitch
  const ofSigner = ofDate + (date - signer) / 2
  if (ofSigner >= 0) return { signer: fromRight(ofSigner), date: fromRight(ofDate) }
  return { signer: fromRight(0), date: fromRight((signer - date) / 2) }
}

/**
 * The signer two characters from the right, the date beginning two characters after the signer's first;
 * a date that would reach further right than the signer keeps the two characters itself and pushes the signer inwards.
 */
function placeWithoutSeal({ signer, date }: Widths): Record<keyof Widths, Place> {
  const edge = 2 * characterPitch
  const signerLeft = Math.max(0, typeWidth - edge - signer)
  const dateLeft = signerLeft + 2 * characterPitch
  if (dateLeft + date <= typeWidth - edge) return { signer: fromLeft(signerLeft), date: fromLeft(dateLeft) }
  const pushed = typeWidth - edge - date - 2 * characterPitch
  return { signer: fromLeft(pushed), date: fromRight(edge) }
}
