import { defineWords } from '#platform/ui/words.ts'

/** What a donor reads on the own pages. */
export const ownWords = defineWords({
  title: '我的捐赠', lead: '您给本会的每一笔捐赠、它的去向、票据和协议都在这里。只有您能看到。',
  notLinked: '您的账号还没有关联捐赠记录。请联系基金会，报上您的登录名。', given: '累计捐赠', times: (count: number) => `${String(count)} 笔`, code: '统一社会信用代码',
  gifts: '各笔捐赠', noGifts: '还没有登记您的捐赠。', more: '再看一些', pieces: (item: string, count: number, unit: string) => `${item} ${String(count)} ${unit}`,
  waiting: '等待确认到账', receivedOn: (day: string) => `${day} 到账`, promisedOn: (day: string) => `${day} 登记`, refunded: '已退赠',
  receipt: (code: string, number: string, day: string) => `捐赠票据：代码 ${code}，号码 ${number}，${day} 开具`, noReceipt: '票据还没有登记', trail: '看去向',
  trailTitle: '这笔捐赠去了哪里',
  agreements: '协议和认捐', noAgreements: '没有协议和认捐。', arrived: (arrived: string, total: string) => `已到账 ${arrived} 元，共 ${total} 元`,
  nextDue: (day: string) => `下一期 ${day}`,
  reports: '公开报告', noReports: '您捐赠的资金和募捐还没有公开的页面。', fund: '资金页面', campaign: '募捐页面', wishes: '等待认领的微心愿',
  wishesLead: '想认领，请告诉基金会这条心愿的地区和内容，由工作人员登记。', noWishes: '现在没有等待认领的心愿。', about: (yuan: string) => `约 ${yuan} 元`,
  give: '怎样捐赠', online: '可以微信支付：请联系基金会登记捐赠，会给您付款码。', link: '关联账号', linkTitle: '关联捐赠人的账号',
  linkLead: '关联以后，用这个登录名登录的人只能看到这位捐赠人的捐赠、去向、票据和协议。先请安全管理员开设账号并授予“捐赠人”角色。', signInName: '登录名', unlinkHint: '留空保存就取消关联。',
}, {
  title: 'My gifts', lead: 'Each of your gifts with where it went, its receipt and your agreements. Only you see this.',
  notLinked: 'Your account is not linked to any gifts yet. Please tell the foundation the name you sign in with.', given: 'Given in all',
  times: (count: number) => `${String(count)} gifts`, code: 'Unified social credit code', gifts: 'Gifts',
  noGifts: 'No gift of yours is recorded yet.', more: 'Show more',
  pieces: (item: string, count: number, unit: string) => `${item} ${String(count)} ${unit}`, waiting: 'not confirmed yet',
  receivedOn: (day: string) => `received on ${day}`,
  promisedOn: (day: string) => `recorded on ${day}`, refunded: 'refunded',
  receipt: (code: string, number: string, day: string) => `Official receipt: code ${code}, number ${number}, of ${day}`,
  noReceipt: 'No receipt recorded yet', trail: 'Where it went', trailTitle: 'Where this gift went', agreements: 'Agreements and pledges',
  noAgreements: 'No agreements or pledges.',
  arrived: (arrived: string, total: string) => `${arrived} of ${total} yuan arrived`, nextDue: (day: string) => `next instalment ${day}`,
  reports: 'Public reports',
  noReports: 'What you gave to has no public page yet.', fund: 'page of the fund', campaign: 'page of the campaign',
  wishes: 'Wishes nobody claimed yet',
  wishesLead: 'To claim one, tell the foundation its area and words; the staff records it.', noWishes: 'No wish waits at the moment.',
  about: (yuan: string) => `about ${yuan} yuan`,
  give: 'How to give', online: 'WeChat Pay is possible: ask the foundation to record your gift and to show you a code.', link: 'Link account',
  linkTitle: 'Link the account of a donor',
  linkLead: 'Whoever signs in by this name then sees the gifts, trails, receipts and agreements of this donor, and nothing else. '
    + 'The security administrator opens the account and gives it the role “donor” first.',
  signInName: 'Sign-in name', unlinkHint: 'Save it empty to take the account off.',
})
