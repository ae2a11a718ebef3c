import { defineWords } from '#platform/ui/words.ts'

/** What the page of settings for giving says. */
export const settingWords = defineWords({
  title: '捐赠设置', lead: '捐赠人在自己的页面和捐赠登记处看到这里写的转账账户，所有人在公示页面看到联系方式。修改当天起生效，全市通用，以前的留有记录。', bankTransfer: '转账账户',
  bankTransferHint: '写明户名、开户行和账号，最多300字。', none: '还没有写，捐赠人会看到“请向基金会索取”。', from: (day: string) => `${day} 起`, edit: '修改转账账户', save: '保存转账账户',
  publishingDay: '受益人数公布日', publishingLine: (day: number) => `每月 ${String(day)} 日公布上个月的受益人数`, isDefault: '本市没有另定，按系统的日子', isOwn: '本市规定',
  contact: '联系方式',
  contactHint: '写电话、地址和接待时间，最多300字；不写个人手机。资助公示页面写在名单下面。',
  noContact: '还没有写：对公示有异议的人不知道打哪个电话。', editContact: '修改联系方式', saveContact: '保存联系方式',
  online: '微信支付', isOnline: '已开通', isOffline: '没有开通，捐赠人看到转账账户',
}, {
  title: 'Settings for giving',
  lead: 'Donors read the account on their own page and where gifts are recorded, everybody how to reach you. '
    + 'A change holds at once for the whole city; what held before stays on record.',
  bankTransfer: 'Account for transfers', bankTransferHint: 'Holder, bank and account number, 300 letters at most.',
  none: 'Nothing is written yet: donors are told to ask the foundation.', from: (day: string) => `since ${day}`, edit: 'Change the account',
  save: 'Save the account',
  publishingDay: 'Counts of beneficiaries', publishingLine: (day: number) => `each month is published from day ${String(day)} of the next one`,
  isDefault: 'as the system has it', isOwn: 'as the city decided', contact: 'How to reach us',
  contactHint: 'Telephone, address and hours, 300 letters at most; nobody’s own phone. Shown below the lists of aid.',
  noContact: 'Nothing is written yet: who objects to a list does not know whom to call.', editContact: 'Change how to reach us', saveContact: 'Save',
  online: 'WeChat Pay', isOnline: 'set up', isOffline: 'not set up; donors see the account',
})
