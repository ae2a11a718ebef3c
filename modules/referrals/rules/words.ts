import type { BodyKind, GuardianRelation, OverrideStatus, Party, Status } from '../contract.ts'

/** Where a referral stands. */
export const statusWords: Readonly<Record<Status, string>> = {
  draft: '草稿', sent: '待答复', accepted: '已接收', rejected: '未接收', revoked: '已撤回', done: '已办结',
}
/** Which side. */
export const partyWords: Readonly<Record<Party, string>> = { sender: '转出', receiver: '转入' }
/** Sorts of outside bodies. */
export const bodyWords: Readonly<Record<BodyKind, string>> = { department: '部门', hospital: '医院', school: '学校', other: '其他机构' }
/** Decision on going on without consent. */
export const overrideWords: Readonly<Record<OverrideStatus, string>> = { pending: '无同意，待审批', approved: '无同意，已批准', rejected: '无同意，未获批' }
/** Who a guardian is to the child. */
export const relationWords: Readonly<Record<GuardianRelation, string>> = {
  father: '父亲', mother: '母亲', grandfather: '祖父', grandmother: '祖母', 'maternal-grandfather': '外祖父', 'maternal-grandmother': '外祖母',
  sibling: '兄弟姐妹', kin: '其他亲属', foster: '寄养家庭', institution: '福利机构', other: '其他',
}
