import { defineWords } from '#platform/ui/words.ts'

/** What the public pages say, and the page of a trail for staff. */
export const trailWords = defineWords({
  title: '这笔捐赠用到了哪里', lead: '输入感谢信、证书上的查询码，不用登录就能查看。', code: '查询码', look: '查询', openFunds: '公布的资金', back: '查别的查询码', gift: '捐赠', received: '到账日期',
    holder: '受赠方', project: '指定项目', refunded: '这笔捐赠已经退还捐赠人。', wentBack: '退还',
  wentBackOn: (day: string, amount: string) => `${day}，${amount}`, stillStands: '退还后剩余',
  inFund: (fund: string) => `在“${fund}”里`, stands: '计入', left: '尚未使用', spent: '已使用', noSpending: '还没有使用。', cells: '帮助了谁', month: '月份', place: '地区',
    children: '儿童（人次）', households: '家庭（户次）',
  others: (place: string) => `${place}其他合计`, withheld: '人数不足5，不单独公布', handOuts: '物资发放', quantity: '数量', worth: '价值', noCells: '已结束的月份里还没有登记受益情况。',
    use: '用途', rule: '怎么算出来的',
  ruleText: '同一项资金里先到的钱先用：把收入和支出各按先后排成一列，对应的部分就是这笔捐赠付的钱，精确到分。'
    + '退赠和冲销以后，按从来没有发生过重新计算。物资不和资金混算，发放记在原来的捐赠上。受益人数按月公布一次，公布后不再改变，补登的计入下一个月；同一单位不足5人的并入上级，任何合计减去其他也推不出不足5人的数。',
  asOf: (day: string) => `截至${day}`, fundLead: '数字直接从账簿算出，不含任何捐赠人和儿童的信息。', opening: '建账时结余', income: '收入', fromGifts: '捐赠收入', other: '其他收入', spending: '支出',
    balance: '结余', byMonth: '每月收支', byClass: '支出构成', download: '下载数据（.csv）', noFunds: '这座城市还没有公布资金。', published: '公布日期',
  chartLabel: '每月收入和支出的柱状图，数字见下表', classLabel: '支出构成的饼图，数字见下表', fundsLead: '公布每一项资金的收入、支出和结余。', aidLists: '资助公示',
  amount: '金额（元）', signIn: '工作人员登录', otherUse: '转出或其他',
    item: '项目', number: '数值', table: '明细表',
}, {
  title: 'Where this gift went', lead: 'Type the trace code of the letter or certificate; no need to sign in.', code: 'Trace code', look: 'Look',
    openFunds: 'Published funds', back: 'Another code', gift: 'Gift',
  received: 'Received on', holder: 'Received by', project: 'For the project', refunded: 'This gift was given back to its donor.',
  wentBack: 'Went back', wentBackOn: (day: string, amount: string) => `${amount} on ${day}`, stillStands: 'Left of the gift',
    inFund: (fund: string) => `In “${fund}”`, stands: 'Counted here',
  left: 'Not spent yet', spent: 'Spent', noSpending: 'Nothing spent yet.', cells: 'Whom it helped', month: 'Month', place: 'Place',
    children: 'Children (times)', households: 'Households (times)',
  others: (place: string) => `others in ${place}`, withheld: 'fewer than 5, not published', handOuts: 'Goods handed out', quantity: 'Quantity',
    worth: 'Worth',
  noCells: 'Nothing was recorded for months that are over.', use: 'Use', rule: 'How it is reckoned',
  ruleText: 'Within a fund the oldest money is spent first: income and spending are each laid in their order, and what lies over what is what this '
    + 'gift paid for, to the fen. After a refund or a reversal it is reckoned as if that had never been. Goods are not mixed with money: what '
    + 'is handed out belongs to its own gift. Beneficiaries are published by month once it is over; a unit with fewer than five is merged into '
    + 'the one above, and no total less the others tells fewer than five.',
  asOf: (day: string) => `as of ${day}`, fundLead: 'Figures come straight from the books, without anything about donors or children.',
    opening: 'Held when the books began', income: 'Income', fromGifts: 'Gifts', other: 'Other income', spending: 'Spending',
  balance: 'Left', byMonth: 'Month by month', byClass: 'What it was spent on', download: 'Data set (.csv)',
    noFunds: 'This city has published no funds yet.', published: 'Published',
  chartLabel: 'Bars of income and spending by month; the figures stand in the table below',
    classLabel: 'Pie of spending; the figures stand in the table below',
  fundsLead: 'Income, spending and balance of each fund.', aidLists: 'Aid shown for objections',
    amount: 'Amount (yuan)', signIn: 'Staff sign in', otherUse: 'moved or other',
    item: 'Item', number: 'Number', table: 'Details',
})
