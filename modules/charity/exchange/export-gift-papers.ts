import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { drawPaper } from '#platform/documents/paper/drawn-paper.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { scopeLo } from '#platform/values/scope-code.ts'
import { mustOpenDonors } from '../access.ts'
import { openForPaper } from '../queries/donors/donor-name.ts'
import { getGift } from '../queries/gifts/get-gift.ts'
import { asFile } from './files.ts'
import { drawCertificate, drawLetter, signerOf, type PaperContent } from './gift-papers.ts'

const query = z.object({ id })

/** A letter of thanks for a gift that arrived. */
export const exportGiftLetter = download({
  path: '/gift-letter.pdf', operationId: 'exportGiftLetter', summary: '感谢信（留痕）', query,
  run: (context, asked) => printPaper(context, asked, { title: '感谢信', verb: 'gift-letter.printed', isLandscape: false, draw: drawLetter }),
})

/** A certificate for a gift that arrived; it is no receipt and says so. */
export const exportGiftCertificate = download({
  path: '/gift-certificate.pdf', operationId: 'exportGiftCertificate', summary: '捐赠证书（留痕）', query,
  run: (context, asked) => printPaper(context, asked, { title: '捐赠证书', verb: 'gift-certificate.printed', isLandscape: true, draw: drawCertificate }),
})

type Kind = { title: string; verb: string; isLandscape: boolean; draw: (pen: Parameters<typeof drawLetter>[0], content: PaperContent) => void }

async function printPaper(context: Context, asked: { id: string }, { title, verb, isLandscape, draw }: Kind): Promise<Download> {
  mustOpenDonors(context.actor)
  const gift = await getGift(context, asked)
  const { receivedOn, traceCode } = gift
  // What has not arrived, or went back, is thanked for by no paper.
  if (gift.status !== 'confirmed' || receivedOn === null || traceCode === null) throw new Refusal('NOT_FOUND')
  const { identity } = await openForPaper(context, gift.donorId)
  await recordAudit(context, { verb, subjectKind: 'gift', subjectId: gift.id, scopeCode: scopeLo(gift.unitCode), details: {} })
  const content = { gift: { ...gift, receivedOn, traceCode }, donorName: identity.name, signedOn: context.today }
  const bytes = await drawPaper({ title, author: signerOf(gift), isLandscape, draw: (pen) => draw(pen, content) })
  return asFile(bytes, `${title}${receivedOn}.pdf`)
}
