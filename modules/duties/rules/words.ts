import type { BoardRole, Choice, DealingKind, PartyGround } from '../contract.ts'

/** Seats of a board in words. */
export const boardRoleWords: Readonly<Record<BoardRole, string>> = {
  chair: '理事长', 'vice-chair': '副理事长', 'secretary-general': '秘书长', member: '理事', supervisor: '监事',
}
/** Grounds of a relation in words. */
export const partyGroundWords: Readonly<Record<PartyGround, string>> = {
  founder: '发起人', 'major-donor': '主要捐赠人', board: '理事、监事或主要管理人员', relative: '近亲属', controlled: '受其控制或施加重大影响', other: '其他关联关系',
}
/** Dealings in words, as 民政部令第81号 names them. */
export const dealingKindWords: Readonly<Record<DealingKind, string>> = {
  gift: '接受捐赠', grant: '对其资助', 'joint-investment': '共同投资', 'entrusted-investment': '委托投资', trade: '交易', other: '其他资金往来',
}
/** Votes in words. */
export const choiceWords: Readonly<Record<Choice, string>> = { for: '同意', against: '反对', abstained: '弃权', withdrew: '回避' }
