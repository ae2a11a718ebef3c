import { defineWords } from '#platform/ui/words.ts'

/** What the page of archives says. */
export const archiveWords = defineWords({
  title: '会计档案', lead: '结账后把当月的凭证、科目余额表、总账和明细账生成带页码的 PDF，供打印装订和保存。', make: '生成档案', month: '月份', none: '没有已结账的月份，结账后可以归档。',
  makeLead: '凭证每半页一张，账簿用横页，页码连续。凭证多的月份要几分钟，可以离开本页。', files: '文件', pages: '页码', whole: '全部下载',
  progress: (done: number, all: number) => `已生成 ${done} / ${all} 个文件`, ready: (pages: number) => `已生成，共 ${pages} 页`, waiting: '等待生成',
  span: (first: number, last: number) => `第 ${first} 至 ${last} 页`, statuses: { making: '生成中', ready: '已生成', failed: '没有生成' },
}, {
  title: 'Archive', lead: 'Vouchers, trial balance, general ledger and details of a closed month as numbered pages, to bind and to keep.',
    make: 'Make the archive',
  month: 'Month', none: 'No month is closed yet.',
    makeLead: 'A voucher on each half page, books on lying pages, numbered through. A long month takes minutes; you may leave.',
  files: 'Files', pages: 'Pages', whole: 'Download all', progress: (done, all) => `${done} of ${all} files made`,
  ready: pages => `made, ${pages} pages`, waiting: 'waiting', span: (first, last) => `pages ${first} to ${last}`,
  statuses: { making: 'in the making', ready: 'made', failed: 'failed' },
})
