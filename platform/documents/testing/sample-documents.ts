import type { Block } from '../blocks.ts'
import type { OfficialDocument } from '../official-document.ts'

/** A paragraph of plain text. */
export const plainParagraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

/** A small downward document that tests change in one point each. */
export const sampleDocument: OfficialDocument = {
  issuer: '某市某某委员会文件',
  documentNumber: '某委〔2026〕3号',
  title: '某市某某委员会关于做好年度工作的通知',
  addressees: '各县（市、区）某某委员会',
  blocks: [plainParagraph('现将有关事项通知如下。'), plainParagraph('请认真办理。')],
  signedBy: '某市某某委员会',
  signedOn: '2026-03-05',
  withSeal: true,
}
