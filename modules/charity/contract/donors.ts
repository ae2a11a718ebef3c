import { z } from 'zod'
import { reason } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { creditCode, id, line, phone, unitCode } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { changed, day, donorKinds, fen, named, version } from './fields.ts'

/** A donor as lists show it: a person is masked. */
export const DonorRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), kind: z.enum(donorKinds), label: z.string(),
  /** 统一社会信用代码 of an enterprise. */
  creditCode: z.string().nullable(),
  /** Whether the donor agreed to be named in public. */
  isNamed: z.boolean(),
  /** Gifts that stand in the books. */
  giftCount: z.number().int(), givenFen: fen, lastGivenOn: day.nullable(), version,
})
/** A donor as lists show it. */
export type DonorRow = z.infer<typeof DonorRow>
/** One donor. */
export const Donor = DonorRow.extend({
  /** The record that took this one over, where they were one person. */
  mergedInto: id.nullable(),
  /** What the caller may do now. */
  may: z.object({ open: z.boolean(), update: z.boolean(), give: z.boolean(), merge: z.boolean() }),
})
/** One donor. */
export type Donor = z.infer<typeof Donor>
/** Who it is, opened. */
export const DonorIdentity = z.object({ name: z.string(), phone: z.string(), address: z.string(), contactName: z.string() })
/** Who it is, opened. */
export type DonorIdentity = z.infer<typeof DonorIdentity>


const identity = {
  /** Name of the person or the enterprise; none for the anonymous. */
  name: line(60).optional(),
  phone: phone.optional(),
  address: line(200).optional(),
  /** Whom to speak to in an enterprise. */
  contactName: line(60).optional(),
  /** Whether the donor agreed to be named in public. */
  isNamed: z.boolean().default(false),
}
/** Who is to be registered. */
export const NewDonor = z.object({
  unit: unitCode, kind: z.enum(donorKinds), creditCode: creditCode.optional(), ...identity,
  /** Twins were shown, and it is none of them. */
  isAnother: z.boolean().default(false),
})
/** Who is to be registered. */
export type NewDonor = z.output<typeof NewDonor>
/** What is corrected. */
export const DonorChange = changed.extend(identity)
/** What is corrected. */
export type DonorChange = z.output<typeof DonorChange>
/** What one asks by, before a donor is registered. */
export const DonorQuestion = z.object({ name: line(60).optional(), phone: phone.optional(), creditCode: creditCode.optional() })
/** What one asks by. */
export type DonorQuestion = z.output<typeof DonorQuestion>

/** Filters of the list; what is searched never stands in an address. */
export const DonorFilters = listQuery.omit({ q: true }).extend({ kind: z.enum(donorKinds).optional() })
/** Filters of the list, with what is searched. */
export const DonorSearch = listQuery.extend({ kind: z.enum(donorKinds).optional() })
/** Filters of the list. */
export type DonorSearch = z.output<typeof DonorSearch>

const DONOR_KNOWN = {
  status: 409, message: '这个统一社会信用代码已经登记过捐赠单位，请直接选用。', data: z.object({ donorId: id.nullable() }),
}
const LIKELY_TWIN = { status: 409, message: '可能已经登记过这位捐赠人，请先看列出的记录；确认不是同一人再登记。', data: z.object({ donorIds: z.array(id) }) }
const NO_TWINS = { status: 409, message: '只有两条不同的个人记录可以合并；单位请核对统一社会信用代码。' }
const IDENTITY_LOST = { status: 410, message: '这位捐赠人没有留下姓名和联系方式。' }

/** Operations on donors. */
export const donorOperations = {
  listDonors: base.route({ method: 'GET', path: '/donors', summary: '捐赠人' }).input(DonorFilters).output(pageOf(DonorRow)),
  searchDonors: base.route({ method: 'POST', path: '/donors/search', summary: '按姓名、电话查找捐赠人（内容不进网址）' }).input(DonorSearch).output(pageOf(DonorRow)),
  findTwinDonors: base.route({ method: 'POST', path: '/donors/check', summary: '登记前查重' }).input(DonorQuestion).output(z.object({ items: z.array(DonorRow) })),
  getDonor: base.route({ method: 'GET', path: '/donors/{id}', summary: '一位捐赠人' }).input(named).output(Donor),
  registerDonor: base.route({ method: 'POST', path: '/donors', summary: '登记捐赠人', successStatus: 201 }).meta({ idempotent: true })
    .input(NewDonor).output(DonorRow).errors({ DONOR_KNOWN, LIKELY_TWIN }),
  updateDonor: base.route({ method: 'PUT', path: '/donors/{id}', summary: '更正捐赠人' }).input(DonorChange).output(DonorRow).errors({ IDENTITY_LOST }),
  openDonor: base.route({ method: 'POST', path: '/donors/{id}/open', summary: '打开捐赠人姓名和联系方式（留痕）' }).input(named).output(DonorIdentity)
    .errors({ IDENTITY_LOST }),
  listTwinsOfDonor: base.route({ method: 'GET', path: '/donors/{id}/twins', summary: '可能是同一人的捐赠人' }).input(named)
    .output(z.object({ items: z.array(DonorRow) })),
  mergeDonors: base.route({ method: 'POST', path: '/donors/{id}/merge', summary: '合并重复的捐赠人' }).meta({ idempotent: true })
    .input(changed.extend({ twinId: id, twinVersion: version, reason })).output(DonorRow).errors({ NO_TWINS }),
}
