import type { Pen } from '#platform/documents/paper/drawn-paper.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { Gift } from '../contract.ts'
import { showTraceCode } from '../rules/trace-code.ts'

/** What both papers say. */
export type PaperContent = { gift: Gift & { receivedOn: string; traceCode: string }; donorName: string; signedOn: string }

/** Who signs: the books are named after the foundation. */
export const signerOf = ({ bookName }: Pick<Gift, 'bookName'>): string => bookName.replace(/账套$/, '') || bookName

/** What was given, in one phrase. */
export function phraseOf({ form, item, quantity, countedIn, amountFen }: Gift): string {
  if (form === 'money') return `人民币${formatYuan(amountFen)}元`
  if (form === 'service') return `服务“${item ?? ''}”`
  return `${item ?? ''}${quantity ?? ''}${countedIn ?? ''}（价值${formatYuan(amountFen)}元）`
}

const red = '#a8071a'
const codeHint = '凭此查询码，可在本平台“捐赠去向”页面查看这笔捐赠的使用情况，不用登录。'
/** Neither paper stands for the official receipt, and each says so. */
const noReceipt = '本件不是公益事业捐赠票据，不作为入账和税前扣除的凭证；捐赠票据另行开具。'

/** A letter of thanks. */
export function drawLetter(pen: Pen, { gift, donorName, signedOn }: PaperContent): void {
  pen.font('bold').fontSize(26).fillColor(red).text('感 谢 信', { align: 'center' }).moveDown(1.5)
  pen.font('text').fontSize(14).fillColor('black').lineGap(10)
  pen.text(`尊敬的${donorName}：`)
  const indent = { indent: 28, align: 'left' as const }
  pen.text(`您于${formatChinese(gift.receivedOn)}捐赠的${phraseOf(gift)}已经收到，进入“${gift.fundName}”，将按您的意愿用于关心下一代事业。`, indent)
  pen.text('谢谢您把爱心交给我们。每一分钱、每一件物资用在哪里，我们都会如实记录，并接受您的监督。', indent)
  pen.text('此致', indent).text('敬礼！').moveDown(1)
  pen.text(signerOf(gift), { align: 'right' }).text(formatChinese(signedOn), { align: 'right' })
  drawFoot(pen, gift.traceCode)
}

/** A certificate of honour: no fields, frame or seal by which it could be taken for a receipt. */
export function drawCertificate(pen: Pen, { gift, donorName, signedOn }: PaperContent): void {
  const { width, height } = pen.page
  pen.lineWidth(3).strokeColor(red).rect(30, 30, width - 60, height - 60).stroke()
  pen.lineWidth(0.75).rect(38, 38, width - 76, height - 76).stroke()
  pen.font('bold').fontSize(40).fillColor(red).text('捐 赠 证 书', 72, 92, { align: 'center', width: width - 144 })
  pen.font('text').fontSize(18).fillColor('black').lineGap(14)
  pen.text(`${donorName}：`, 96, 180, { width: width - 192 })
  pen.text(`感谢您向${signerOf(gift)}捐赠${phraseOf(gift)}，用于关心下一代事业。您的善举，温暖孩子的成长。`, { width: width - 192, indent: 36 })
  pen.text('特颁此证，以表谢忱。', { width: width - 192, indent: 36 })
  pen.fontSize(16).lineGap(8).text(signerOf(gift), 96, height - 190, { width: width - 192, align: 'right' })
  pen.text(formatChinese(signedOn), { width: width - 192, align: 'right' })
  drawFoot(pen, gift.traceCode)
}

/** The code, how to use it, and what the paper is not. */
function drawFoot(pen: Pen, traceCode: string): void {
  const { width, height } = pen.page
  const [left, room] = [72, { width: width - 144 }]
  pen.fillColor('#333333').lineGap(4).fontSize(12).text(`查询码：${showTraceCode(traceCode)}`, left, height - 122, room)
  pen.fontSize(9).text(codeHint, left, height - 104, room).text(noReceipt, room)
}
