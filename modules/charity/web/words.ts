import { defineWords } from '#platform/ui/words.ts'
import { agreementKindWords, agreementStatusWords, channelWords, consentFormWords, donorKindWords, giftFormWords, giftStatusWords } from '../rules/words.ts'

/** What lists, pages and forms of charity share. */
export const words = defineWords({
  donorKindWords, giftFormWords, giftStatusWords, channelWords, consentFormWords, agreementKindWords, agreementStatusWords,
  changeWords: { confirmed: '确认到账', corrected: '更正', moved: '改变用途', reduced: '部分退赠', refunded: '退赠' },
  restrictionWords: { none: '非限定', time: '限定时间', purpose: '限定用途' },
  costClassWords: { charity: '慈善活动支出', administration: '管理费用', fundraising: '筹资费用', other: '其他' },
  anonymous: '匿名',
  donors: '捐赠人', gifts: '捐赠', agreements: '捐赠协议', trail: '资金去向', funds: '公布资金', unit: '单位', kind: '类别', status: '状态', form: '形式', amount: '金额（元）',
  value: '公允价值（元）',
  donor: '捐赠人', fund: '资金', received: '到账', promised: '登记', receipt: '捐赠票据', none: '没有', save: '保存', cancel: '取消', reason: '原因', day: '日期',
  yuan: (text: string) => `${text} 元`, by: (day: string, name: string) => `${day}，${name}`, needed: (label: string) => `请填写${label}`, openRecorded: '打开（留痕）',
  export: '导出名单（留痕）', sealedLead: '加密保存，打开会留下查阅记录。', all: '全部', month: (month: number) => `${Math.floor(month / 100)}年${month % 100}月`,
}, {
  donorKindWords: { person: 'person', enterprise: 'organisation', anonymous: 'anonymous' }, giftFormWords: { money: 'money', goods: 'goods',
    service: 'service' },
  giftStatusWords: { draft: 'not confirmed yet', confirmed: 'received', refunded: 'refunded', discarded: 'discarded' },
  channelWords: { bank: 'bank transfer', cash: 'cash', wechat: 'WeChat Pay' },
  consentFormWords: { letter: 'letter', message: 'text message or e-mail', agreement: 'supplementary agreement' },
  agreementKindWords: { agreement: 'agreement', pledge: 'pledge' },
  agreementStatusWords: { open: 'open', fulfilled: 'fulfilled', ended: 'ended' },
  changeWords: { confirmed: 'confirmed', corrected: 'corrected', moved: 'purpose changed', reduced: 'refunded in part', refunded: 'refunded' },
  restrictionWords: { none: 'unrestricted', time: 'restricted by time', purpose: 'restricted by purpose' },
  costClassWords: { charity: 'charitable activities', administration: 'administration', fundraising: 'fundraising', other: 'other' },
  anonymous: 'Anonymous',
  donors: 'Donors', gifts: 'Gifts', agreements: 'Agreements', trail: 'Where the money went', funds: 'Published funds', unit: 'Unit', kind: 'Kind',
  status: 'Status',
    form: 'Form', amount: 'Amount (yuan)',
  value: 'Fair value (yuan)', donor: 'Donor', fund: 'Fund', received: 'Received', promised: 'Recorded', receipt: 'Official receipt', none: 'none',
    save: 'Save', cancel: 'Cancel',
  reason: 'Reason', day: 'Day', yuan: (text: string) => `${text} yuan`, by: (day: string, name: string) => `${day}, ${name}`,
  needed: (label: string) => `Please fill in: ${label}`, openRecorded: 'Open (recorded)', export: 'Export (recorded)',
  sealedLead: 'Sealed; opening it is recorded.', all: 'all',
  month: (month: number) => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`,
})

/** What the pages of donors say. */
export const donorWords = defineWords({
  lead: '个人隐去姓名，可按姓名、拼音、电话或统一社会信用代码查找。登记前先查重。', register: '登记捐赠人', empty: '这里还没有捐赠人', emptyLead: '点“登记捐赠人”，先查重再登记。', search: '姓名、拼音、电话、信用代码',
  given: '累计捐赠', count: '笔数', last: '最近到账', code: '统一社会信用代码', name: '姓名', enterpriseName: '单位名称', phone: '电话', address: '地址', contact: '联系人',
    isNamed: '同意公开姓名或名称',
  isNamedHint: '资金去向的公开页面任何时候都不显示捐赠人。', named: '同意公开', notNamed: '不公开', look: '查一查', nobody: '没有找到相同的记录，可以登记。', maybe: '可能已经登记过，请先看这些记录：',
    another: '不是同一人，继续登记',
  update: '更正', updateTitle: '更正捐赠人', identity: '姓名和联系方式', giftsOf: '这位捐赠人的捐赠', draft: '登记捐赠', times: (count: number) => `${count} 笔`,
  merge: '合并重复', mergeTitle: '合并重复的捐赠人', mergeLead: '选中的记录并入这一位：它的捐赠和协议都转到这里，以后查不到它。票据、账簿和当时的名称不变。合并后不能拆开。',
  noTwins: '没有找到姓名或电话相同的其他记录。', twin: '要并入的记录', mergedAway: '这条记录已经并入另一位捐赠人。', toMerged: '打开合并后的捐赠人',
  twinLine: (label: string, count: number, unit: string) => `${label} · ${count} 笔 · ${unit}`,
  openFirst: '先打开原来的姓名和联系方式，再更正。',
}, {
  lead: 'Persons are masked; search by name, pinyin, phone or credit code. Search before you register.', register: 'Register a donor', empty: 'No donors yet',
  emptyLead: 'Choose “Register a donor”; likely twins are shown first.', search: 'Name, pinyin, phone, credit code', given: 'Given in all',
    count: 'Gifts', last: 'Last received',
  code: 'Unified social credit code', name: 'Name', enterpriseName: 'Name of the organisation', phone: 'Phone', address: 'Address',
    contact: 'Contact', isNamed: 'Agrees to be named in public',
  isNamedHint: 'The public page of a trail never names a donor.', named: 'may be named', notNamed: 'not to be named', look: 'Look',
    nobody: 'Nobody like that is known; you may register.',
  maybe: 'Perhaps registered already; please look at these first:', another: 'None of them, go on', update: 'Correct',
    updateTitle: 'Correct a donor', identity: 'Name and contact',
  giftsOf: 'Gifts of this donor', draft: 'Record a gift', times: (count: number) => `${count} gifts`,
  merge: 'Merge a twin', mergeTitle: 'Merge a twin',
  mergeLead: 'The chosen record goes into this one: gifts and agreements follow, and it is found no more. '
    + 'Books and papers stay as they were. It cannot be undone.',
  noTwins: 'No other record has the same name or phone.', twin: 'Record to merge', mergedAway: 'This record was merged into another donor.',
  toMerged: 'Open that donor', twinLine: (label: string, count: number, unit: string) => `${label} · ${count} gifts · ${unit}`,
    openFirst: 'Open name and contact as they stand, then correct them.',
})
