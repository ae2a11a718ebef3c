import { defineWords } from '#platform/ui/words.ts'

const bandWords: Readonly<Record<string, string>> = { '0-5': '0—5岁', '6-13': '6—13岁', '14-15': '14—15岁', '16-17': '16—17岁', '18+': '18岁及以上' }

/** What the forms and pages of wishes say. */
export const wishWords = defineWords({
  lead: '从个案页写起，另一人审核后隐去身份公开，有人认领后通过帮扶实现。', noWishes: '这里还没有微心愿', noWishesLead: '打开孩子的个案，点“写微心愿”。', title: (child: string) => `微心愿：${child}`,
  wallLead: '这就是公众会看到的全部内容：没有姓名、学校、住址；县里同龄孩子不足五人的只写到市。', noneShown: '墙上还没有心愿', noneShownLead: '审核发布后，心愿就会出现在这里。',
  publicWords: { open: '待认领', claimed: '已认领', fulfilled: '已实现' }, bandWords, anyAge: '年龄不公开', text: '公开的文字', cost: (yuan: string) => `约 ${yuan} 元`,
  textHint: '会公开给所有人看。不能有孩子和家长的姓名、号码、住址、学校、村镇，系统会检查。', thanks: '感谢的话', thanksHint: '另一人审核办结后公开，同样不能让人认出孩子。', edit: '修改', publish: '发布', return: '退回',
  publishTitle: '发布这个心愿？', publishLead: '请读一遍文字：陌生人能不能认出这个孩子？', returnTitle: '退回修改？', returnLead: '请写明要改什么，执笔人会看到。',
  returnPresets: ['内容太具体，容易认出孩子', '请写得更清楚'], claim: '登记认领', claimLead: '认领人不会知道孩子是谁。姓名和联系方式加密保存，只有办公室能打开。', donorKind: '认领人类别', donorName: '认领人',
  contact: '联系方式', days: '多少天内实现',
  release: '退认', releaseTitle: '认领人退出？', releaseLead: '心愿会重新开放认领。', openDonor: '打开认领人（留痕）', donor: '认领人', thank: '写感谢的话', close: '办结', closeTitle: '办结这个心愿？',
  closeLead: '有感谢的话的，会同时公开。请先读一遍。', withdraw: '收回', withdrawTitle: '收回这个心愿？', withdrawLead: '会立刻从墙上撤下，认领也会结束。', withdrawPresets: ['家里已经解决', '家里不想公开了', '文字有误'],
  give: '登记帮扶', author: '执笔', published: '发布', until: '认领到期', fulfilled: '实现', ended: '结束', shown: '公众看到的', notShown: '墙上没有展示。',
  noConsent: '监护人还没有同意公开，不能发布。请先在孩子的档案里登记“公开报道”的同意。',
  answer: '退回或收回的原因', hidden: '发布后才能看到文字。', waits: '等另一位办公室人员审核。', act: '实现心愿的帮扶', openAct: '打开这次帮扶',
}, {
  lead: 'Written from the page of a case, published without identity after another person has read it, claimed, and fulfilled by an act of aid.',
  noWishes: 'No wishes yet', noWishesLead: 'Open the case of a child and choose “Write a wish”.', title: (child: string) => `Wish: ${child}`,
  wallLead: 'This is all the public sees: no name, school or address; only the city where fewer than five children of the age live in the county.',
  noneShown: 'No wishes on the wall', noneShownLead: 'A wish appears here once it is published.',
  publicWords: { open: 'open', claimed: 'claimed', fulfilled: 'fulfilled' },
  bandWords: { '0-5': '0–5 years', '6-13': '6–13 years', '14-15': '14–15 years', '16-17': '16–17 years', '18+': '18 and over' }, anyAge: 'age not shown',
  text: 'Text to be published', cost: (yuan: string) => `about ${yuan} yuan`,
  textHint: 'Everybody will read it. No names of child or guardians, numbers, address, school or village; this is checked.', thanks: 'Words of thanks',
  thanksHint: 'Published after another person has closed the wish; nobody may recognise the child.', edit: 'Edit', publish: 'Publish', return: 'Return',
  publishTitle: 'Publish this wish?', publishLead: 'Read the text once: could a stranger recognise the child?', returnTitle: 'Return it?',
  returnLead: 'Say what is to be changed; the author will see it.', returnPresets: ['Too exact, the child could be recognised', 'Please write it more clearly'],
  claim: 'Record a claim', claimLead: 'The donor does not learn who the child is. Name and contact are sealed; only offices open them.',
  donorKind: 'Kind of donor',
  donorName: 'Donor', contact: 'Contact', days: 'Days to fulfil it',
  release: 'Release', releaseTitle: 'Does the donor step back?',
  releaseLead: 'The wish is open again.', openDonor: 'Open the donor (recorded)', donor: 'Donor', thank: 'Write thanks', close: 'Close',
  closeTitle: 'Close this wish?', closeLead: 'Words of thanks are published with it. Read them first.', withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw this wish?',
  withdrawLead: 'It leaves the wall at once, and a claim ends.',
  withdrawPresets: ['Solved by the family', 'The family no longer wants it shown', 'The text is wrong'],
  give: 'Record aid', author: 'Author', published: 'Published', until: 'Claimed until', fulfilled: 'Fulfilled', ended: 'Ended', shown: 'What the public sees',
  notShown: 'Nothing is on the wall.', noConsent: 'There is no consent to publication yet. Record it in the file of the child first.',
  answer: 'Why it was returned or withdrawn', hidden: 'The text is shown once it is published.', waits: 'Waiting for another office to read it.',
  act: 'Act of aid', openAct: 'Open this act of aid',
})
