import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { month, named, ofBook, ofPeriod } from './fields.ts'

/** How far an archive has come. */
export const archiveStatuses = ['making', 'ready', 'failed'] as const
/** A file of an archive. */
export const ArchivePart = z.object({
  seq: z.number().int(), title: z.string(),
  /** Null until it is made. */
  firstPage: z.number().int().nullable(), pageCount: z.number().int().nullable(),
})
/** Vouchers and books of a month as pages. */
export const Archive = z.object({
  id, month: month.pipe(z.number()), status: z.enum(archiveStatuses), madeName: z.string(), madeAt: z.date(), readyAt: z.date().nullable(),
    failure: z.string().nullable(),
  parts: z.array(ArchivePart),
})
/** Vouchers and books of a month as pages. */
export type Archive = z.infer<typeof Archive>

/** Operations on archives. */
export const archiveOperations = {
  listArchives: base.route({ method: 'GET', path: '/books/{bookId}/archives', summary: '会计档案' }).input(ofBook)
    .output(z.object({ items: z.array(Archive), closedMonths: z.array(z.number().int()), mayMake: z.boolean() })),
  makeArchive: base.route({ method: 'POST', path: '/books/{bookId}/archives', summary: '生成会计档案', successStatus: 201 }).meta({ idempotent: true })
    .input(ofPeriod).output(named)
    .errors({
      MONTH_OPEN: { status: 409, message: '这个月还没有结账，请先结账再归档。' },
      IN_THE_MAKING: { status: 409, message: '这个月的档案正在生成，请稍候。' },
    }),
}
