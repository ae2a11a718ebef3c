import { defineWords } from '#platform/ui/words.ts'

export const shellWords = defineWords(
  {
    doorFirst: '薪火相传',
    doorSecond: '用心用情关爱下一代',
    doorLead: '工作记录一次，报表自动生成；每一个数字，都能打开它背后的记录。',
    phonePage: '手机版',
    phoneHint: '字大、按钮大，没有信号也能记走访。',
    openPhonePage: '打开手机版',
  },
  {
    doorFirst: 'Passing on the flame',
    doorSecond: 'with care for the next generation',
    doorLead: 'Work is recorded once; every figure is counted from the records and opens them.',
    phonePage: 'Phone page',
    phoneHint: 'Large letters and buttons; records visits even without signal.',
    openPhonePage: 'Open the phone page',
  },
)
