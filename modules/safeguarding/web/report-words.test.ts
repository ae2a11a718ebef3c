import { expect, it } from 'vitest'
import { reportWords } from './report-words.ts'

it('each number to call reads in the language of the page; one that was added since reads as it was entered', () => {
  const entered = { name: '热线名称', purpose: '什么时候打' }
  for (const number of ['110', '120', '119', '12345', '12349', '12355']) {
    expect(reportWords['zh-CN'].hotlineOf({ number, ...entered })).toEqual(entered)
    expect(Object.values(reportWords.en.hotlineOf({ number, ...entered })).join(' ')).toMatch(/^[^\p{Script=Han}]+$/u)
  }
  expect(reportWords.en.hotlineOf({ number: '12399', ...entered })).toEqual(entered)
})

it('a situation keeps the wording of the law; an English page says first what it is', () => {
  expect(reportWords['zh-CN'].situationOf('被组织乞讨', '发现未成年人被组织乞讨的。')).toBe('发现未成年人被组织乞讨的。')
  expect(reportWords.en.situationOf('made to beg', '发现未成年人被组织乞讨的。')).toBe('made to beg (发现未成年人被组织乞讨的。)')
})
