// Leave to ask the public for money (公开募捐资格).
import { z } from 'zod'
import { reason } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { day, named } from './fields.ts'

/** By whose leave a campaign asks. */
export const CampaignQualification = z.object({
  /** The body itself, or the partner that holds it. */
  holder: z.string(), number: z.string(),
})
/** By whose leave a campaign asks. */
export type CampaignQualification = z.infer<typeof CampaignQualification>
/** Leave of a body to ask the public. */
export const Qualification = z.object({
  id, bookId: id, bookName: z.string(), number: z.string(), grantedOn: day,
  /** Null where the certificate names no last day. */
  validUntil: day.nullable(),
  /** Paper it was read from. */
  source: z.string(), recordedName: z.string(),
  /** First day on which it holds no more; null while nobody ended it. */
  endedOn: day.nullable(), endedReason: z.string().nullable(), endedName: z.string().nullable(),
  /** Whether it holds today. */
  holds: z.boolean(),
  /** Whether the scanned certificate lies with it. */
  hasScan: z.boolean(),
})
/** Leave of a body to ask the public. */
export type Qualification = z.infer<typeof Qualification>
/** Leave that is recorded. */
export const NewQualification = z.object({
  bookId: id, number: line(60), grantedOn: localDate, validUntil: localDate.optional(),
  /** Paper it was read from and where that lies, such as the certificate and the number of its scan. */
  source: line(120),
})
/** Leave that is recorded. */
export type NewQualification = z.output<typeof NewQualification>

const largestScanBytes = 10_000_000

/** Operations on leave to ask the public. */
export const qualificationOperations = {
  listQualifications: base.route({ method: 'GET', path: '/qualifications', summary: '公开募捐资格' }).input(z.object({}))
    .output(z.object({ items: z.array(Qualification) })),
  recordQualification: base.route({ method: 'POST', path: '/qualifications', summary: '登记公开募捐资格', successStatus: 201 }).meta({ idempotent: true })
    .input(NewQualification).output(Qualification)
    .errors({ QUALIFICATION_KNOWN: { status: 409, message: '这个编号的资格已经登记过；登记有误的，先终止原来的再登记。' } }),
  attachQualificationScan: base.route({ method: 'POST', path: '/qualifications/{id}/scan', summary: '附上公开募捐资格证书扫描件' })
    .input(named.extend({ file: z.file().max(largestScanBytes, '扫描件不能超过10MB，请压缩后再上传') })).output(Qualification)
    .errors({ SCAN_ATTACHED: { status: 409, message: '这项资格已经附有扫描件，不能更换；附错了的，终止这项资格后重新登记。' } }),
  endQualification: base.route({ method: 'POST', path: '/qualifications/{id}/end', summary: '终止公开募捐资格' })
    .input(named.extend({ /** First day on which it holds no more. */ endedOn: localDate, reason })).output(Qualification)
    .errors({ QUALIFICATION_ENDED: { status: 409, message: '这项资格已经终止，请刷新页面。' } }),
}
