import { defineWords } from '#platform/ui/words.ts'
import { dealingKindWords, partyGroundWords } from '../../rules/words.ts'

/** What the page of related parties says. */
export const relationWords = defineWords({
  title: '关联方', lead: '关联方名单、关联往来和信息公开；捐赠到账后自动按统一社会信用代码核对，付款和签合同前可以在这里查。', groundWords: partyGroundWords, dealingWords: dealingKindWords, list: '名单',
    add: '登记关联方', edit: '更正',
  kindWords: { person: '个人', enterprise: '单位' }, ground: '关联关系', words: '具体说明', member: '通过哪位理事', fromOn: '开始日期', untilOn: '结束日期', untilHint: '仍有关联关系就不填。',
    phone: '电话', identityNumber: '身份证号',
  contactHint: '只填个人；加密保存，已有的不显示，填写则替换。', codeHint: '只填单位。', open: '打开电话、身份证号', opened: '电话和身份证号', lasts: '存续', over: '已结束', none: '还没有登记关联方。',
    span: (from: string, until: string) => `${from} 起${until === '' ? '' : `，至 ${until}`}`,
  check: '查关联关系', checkLead: '付款、资助、签合同前查一查：任填一项。', look: '查一查', clear: '没有发现关联关系。', matched: { code: '信用代码相同', identity: '身份证号相同', name: '姓名或名称相同' },
    board: '理事会成员',
  hits: '疑似关联捐赠', hitsLead: '名称或姓名相同，请核对；属实的登记为关联往来，三十日内须公开。', record: '登记为关联往来', recordTitle: '登记关联往来', hitWords: (donor: string, yuan: string,
    day: string) => `${donor} 于 ${day} 捐赠 ${yuan} 元`,
  dealings: '关联往来', noDealings: '还没有关联往来。', addDealing: '登记往来', dealing: '往来种类', amount: '金额（元）', happenedOn: '发生日期', what: '内容', party: '关联方',
    withMember: (name: string) => `通过 ${name}`,
}, {
  title: 'Related parties',
    lead: 'The list, dealings and their disclosure. Gifts are compared by credit code once they arrived; before you pay or sign, look here.',
  groundWords: { founder: 'founder', 'major-donor': 'major donor', board: 'board or management', relative: 'near relative',
    controlled: 'controlled by one of these', other: 'other' },
  dealingWords: { gift: 'gift', grant: 'grant', 'joint-investment': 'joint investment', 'entrusted-investment': 'entrusted investment', trade: 'trade',
    other: 'other' },
  list: 'List', add: 'Add a party', edit: 'Correct', kindWords: { person: 'person', enterprise: 'organisation' }, ground: 'Ground', words: 'In words',
    member: 'By which member',
  fromOn: 'From', untilOn: 'Until', untilHint: 'Leave it empty while it lasts.', phone: 'Phone', identityNumber: 'Identity number',
  contactHint: 'For persons; sealed, what you type takes the place of what is kept.', codeHint: 'For organisations.', open: 'Open phone and identity number',
  opened: 'Phone and identity number', lasts: 'lasts', over: 'ended', none: 'No related parties yet.', span: (from: string,
    until: string) => `from ${from}${until === '' ? '' : ` to ${until}`}`,
  check: 'Look for a relation', checkLead: 'Before you pay, award or sign: any one of these.', look: 'Look', clear: 'No relation found.',
  matched: { code: 'same credit code', identity: 'same identity number', name: 'same name' }, board: 'member of the board', hits: 'Gifts that may be related',
  hitsLead: 'The name is the same: please look. If it is so, record it as a dealing; it is to be disclosed within thirty days.', record: 'Record as a dealing',
  recordTitle: 'Record a dealing', hitWords: (donor: string, yuan: string, day: string) => `${donor} gave ${yuan} yuan on ${day}`, dealings: 'Dealings',
  noDealings: 'No dealings yet.', addDealing: 'Record a dealing', dealing: 'Sort', amount: 'Amount (yuan)', happenedOn: 'Day', what: 'What it was',
    party: 'Related party',
  withMember: (name: string) => `by ${name}`,
})
