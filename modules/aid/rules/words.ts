// Chinese words for workbooks, sheets and labels; the pages have their own in both languages.
import type { ActStatus, Form, NeedStatus, PayerKind, Proof, Reach, ReleaseReason, Share, WishStatus } from '../contract.ts'

/** Where a need stands. */
export const needStatusWords: Readonly<Record<NeedStatus, string>> = {
  raised: '待审批', approved: '已批准', declined: '未批准', offered: '已有人帮扶', given: '已给予', received: '已签收', closed: '已办结', withdrawn: '已撤回',
}
/** Where an act of aid stands. */
export const actStatusWords: Readonly<Record<ActStatus, string>> = { offered: '待给予', given: '待签收', received: '已签收', voided: '已作废' }
/** Where a wish stands. */
export const wishStatusWords: Readonly<Record<WishStatus, string>> = {
  draft: '待审核', returned: '已退回', published: '待认领', claimed: '已认领', fulfilled: '已实现', closed: '已办结', withdrawn: '已收回',
}
/** Who pays or gives. */
export const payerWords: Readonly<Record<PayerKind, string>> = { committee: '关工委', charity: '基金会', enterprise: '企业', person: '个人', department: '部门' }
/** What is given. */
export const formWords: Readonly<Record<Form, string>> = { money: '资金', goods: '物资', service: '服务' }
/** Whom it is for. */
export const reachWords: Readonly<Record<Reach, string>> = { child: '孩子', household: '全家' }
/** Why a donor steps back from a claim of its own. */
export const releaseReasonWords: Readonly<Record<ReleaseReason, string>> = {
  'by-mistake': '误点', 'not-to-be-had': '买不到', 'too-dear': '超出预算', 'no-time': '来不及办', 'other': '其他',
}
/** How one knows that it arrived. */
export const proofWords: Readonly<Record<Proof, string>> = { signature: '纸质签名', witness: '两人见证', unwanted: '家里不愿签收' }

/** A share in words, without its amount: 书包 2个, 家教 90分钟. */
export function shareInWords(share: Pick<Share, 'form' | 'item' | 'quantity' | 'countedIn' | 'minutes' | 'times'>): string {
  if (share.form === 'money') return formWords.money
  if (share.form === 'goods') return `${share.item ?? ''} ${share.quantity ?? ''}${share.countedIn ?? ''}`
  const measured = [share.times === null ? '' : `${share.times}次`, share.minutes === null ? '' : `${share.minutes}分钟`].filter(Boolean).join('，')
  return `${share.item ?? ''} ${measured}`
}
