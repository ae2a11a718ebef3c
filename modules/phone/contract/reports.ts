import { base } from '#platform/contract/base.ts'
import { Guide, NewReport, Receipt, safeguardingContract } from '#modules/safeguarding/contract.ts'
import { DEVICE_CUT_OFF, PhoneProof, SIGN_IN_AGAIN } from './devices.ts'

/** What a volunteer sees of the guide on a phone. */
const PhoneGuide = Guide.pick({ situations: true, people: true })
/** What is written of harm on a phone; the child is told in words. */
const WrittenReport = NewReport.pick({ submissionKey: true, situations: true, description: true, seenAt: true, seen: true })
const { NOBODY_LEFT } = safeguardingContract.fileReport['~orpc'].errorMap

/** 强制报告 from a phone, by the secret of the phone: no session is opened, for the audit of one, a moment before a report, would tell who reported. */
export const reportOperations = {
  getPhoneGuide: base.route({ method: 'POST', path: '/phone/reporting-guide', summary: '强制报告指引（凭手机登记）' }).meta({ anonymous: true })
    .errors({ DEVICE_CUT_OFF, SIGN_IN_AGAIN }).input(PhoneProof).output(PhoneGuide),
  filePhoneReport: base.route({ method: 'POST', path: '/phone/reports', summary: '提交强制报告（凭手机登记）', successStatus: 201 }).meta({ anonymous: true })
    .errors({ DEVICE_CUT_OFF, SIGN_IN_AGAIN, NOBODY_LEFT }).input(PhoneProof.extend({ report: WrittenReport })).output(Receipt),
}
