import { AlignmentType } from 'docx'
import type { FileChild } from 'docx'
import type { LocalDate } from '#platform/values/local-date.ts'
import { renderAnnexes, renderAttachmentList } from './attachments.ts'
import { renderBlocks } from './body-blocks.ts'
import type { Annex, Block } from './blocks.ts'
import { renderImprint } from './imprint.ts'
import { characterPitch } from './measures.ts'
import { packPages } from './page-frame.ts'
import { blankLines, bodyLine, line, run, titleLines } from './paragraphs.ts'
import { renderRedHead } from './red-head.ts'
import { renderSignature } from './signature.ts'
import { writableLine } from './writable-text.ts'

/** A document with a red head, as GB/T 9704-2012 lays it out. */
export type OfficialDocument = {
  /** 份号, six digits. */
  serialNo?: string
  /** 密级和保密期限, e.g. 秘密★1年. */
  secrecy?: string
  /** 紧急程度: 特急 or 加急. */
  urgency?: string
  /** 发文机关标志, the red words, usually the office's name and 文件. */
  issuer: string
  /** 发文字号, e.g. 〔2026〕3号 with the office's short name. */
  documentNumber: string
  /** 签发人: upward documents only. */
  signatory?: string
  title: string
  /** 主送机关, without the colon. */
  addressees?: string
  blocks: Block[]
  /** 附件说明: names of the attachments. */
  attachments?: string[]
  /** What follows on pages of its own, before the imprint. */
  annexes?: Annex[]
  signedBy: string
  signedOn: LocalDate
  /** Leaves room for the seal over 署名 and 成文日期. */
  withSeal: boolean
  /** 附注, without brackets. */
  note?: string
  /** 抄送机关. */
  copyTo?: string
  /** 印发机关. */
  printedBy?: string
  /** 印发日期. */
  printedOn?: LocalDate
}

/** The document as a .docx file. */
export async function renderOfficialDocument(document: OfficialDocument): Promise<Uint8Array> {
  const content = [
    ...renderRedHead(document),
    ...titleLines(document.title),
    ...renderAddressees(document.addressees),
    ...renderBlocks(document.blocks, { keepEndWithNext: true }),
    ...renderAttachmentList(document.attachments ?? []),
    ...renderSignature(document),
    ...renderNote(document.note),
    ...renderAnnexes(document.annexes ?? [], document.attachments ?? []),
    ...renderImprint(document),
  ]
  return packPages(content, { title: document.title, author: document.signedBy })
}

/** One line below the title, from the left edge, with a full-width colon; without addressees only the line. */
function renderAddressees(addressees: string | undefined): FileChild[] {
  const names = writableLine(addressees ?? '').replace(/[：:]+$/, '')
  if (names === '') return blankLines(1)
  return [...blankLines(1), line([run(`${names}：`)], { alignment: AlignmentType.BOTH })]
}

/** 附注: two characters in, in brackets, on the line under the date. */
function renderNote(note: string | undefined): FileChild[] {
  const text = writableLine(note ?? '').replace(/^（(.*)）$/, '$1')
  return text === '' ? [] : [bodyLine([run(`（${text}）`)], { indent: { left: 2 * characterPitch } })]
}
