import { defineWords } from '#platform/ui/words.ts'

/** What the page of published funds says. */
export const fundWords = defineWords({
  lead: '公布后任何人都能看到这项资金的收入、支出、结余和受益人数，看不到捐赠人和儿童。', book: '账套', fund: '资金', shown: '公布', isShown: '已公布', notShown: '未公布', publish: '公布',
    publishTitle: '公布这项资金', words: '给公众看的说明', withdraw: '收回', withdrawTitle: '收回公布？',
  withdrawLead: '公开页面不再显示；凭查询码查看去向不受影响。', see: '看公开页面', reach: '登记受益情况', reachLead: '只填人数，不写姓名。公开时不足5人的自动并入上级单位；已经公布的月份不再改变，补登的计入下一个公布的月份。',
  month: '月份（如 202603）',
    children: '受益儿童（人次）', households: '受益家庭（户次）', unit: '单位', empty: '还没有资金', emptyLead: '请会计先在账套里设立资金。',
}, {
  lead: 'Once published, everybody sees income, spending, balance and how many were helped; no donor and no child.', book: 'Books', fund: 'Fund',
    shown: 'Published', isShown: 'published', notShown: 'not published',
  publish: 'Publish', publishTitle: 'Publish this fund', words: 'Words for the public', withdraw: 'Withdraw', withdrawTitle: 'Withdraw it?',
  withdrawLead: 'The public page is gone; trails by code go on.', see: 'Public page', reach: 'Record beneficiaries',
  reachLead: 'Counts only, no names. In public, fewer than five are merged into the unit above; a month once published stays, later counts join the next.',
  month: 'Month (e.g. 202603)', children: 'Children (times)', households: 'Households (times)', unit: 'Unit', empty: 'No funds yet',
    emptyLead: 'An accountant sets up funds in the books first.',
})
