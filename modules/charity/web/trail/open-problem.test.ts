import { expect, it } from 'vitest'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { openProblemWords } from './open-problem-words.ts'
import { inWords } from './open-problem.ts'

const refused = (code: string) => ({ code, status: 404, message: '服务器的话', data: undefined })

it('the public reads why a page cannot be shown in the language of the page, and keeps the code', () => {
  expect(inWords(refused('TRACE_UNKNOWN'), openProblemWords.en)).toMatchObject({
    code: 'TRACE_UNKNOWN', status: 404, message: openProblemWords.en.TRACE_UNKNOWN })
  expect(inWords(toRefusal(refused('FUND_NOT_OPEN')), openProblemWords['zh-CN']).message).toBe('这项资金没有公布，或者已经收回。')
  for (const sentence of Object.values(openProblemWords.en)) expect(sentence).not.toMatch(/\p{Script=Han}/u)
})

it('what is not known there keeps the sentence it came with', () => {
  expect(inWords(refused('DEFECT'), openProblemWords.en).message).toBe('服务器的话')
})
