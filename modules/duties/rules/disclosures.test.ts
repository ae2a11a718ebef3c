import { describe, expect, it } from 'vitest'
import { disclosureStatuses } from '../contract.ts'
import { binds, findFieldIssues, mayApprove, mayFollow, type DisclosureStep } from './disclosures.ts'

describe('a disclosure', () => {
  const steps: Record<DisclosureStep, string[]> = {
    assign: ['due', 'prepared', 'approved'], prepare: ['due', 'prepared'], return: ['prepared'], approve: ['prepared'], publish: ['approved'],
    correct: ['published'], void: ['due'],
  }
  it.each(Object.entries(steps))('takes the step %s from these states alone', (step, states) => {
    expect(disclosureStatuses.filter((status) => mayFollow(step as DisclosureStep, status))).toEqual(states)
  })
  it('is approved by another person than prepared it', () => expect([mayApprove('a', 'a'), mayApprove('a', 'b'), mayApprove(null, 'a')]).toEqual([false,
    true, true]))
})

it('a kind binds those it is for', () => {
  const of = (bodies: string) => (['public-foundation', 'public-society', 'foundation', 'society'] as const).map((kind) => binds(bodies, kind))
  expect([of('all'), of('public'), of('other')]).toEqual([[true, true, true, true], [true, true, false, false], [false, false, true, true]])
})

describe('a document', () => {
  const names = ['名称', '内容']
  const paths = (...texts: [string, string][]) => findFieldIssues(names, texts.map(([name, text]) => ({ name, text }))).map(({ path }) => path)
  it('has all fields of its kind in their order', () => {
    expect(paths(['名称', '甲'], ['内容', '乙'])).toEqual([])
    expect([paths(['名称', '甲']), paths(['内容', '乙'], ['名称', '甲']), paths(['名称', '甲'], ['内容', '乙'], ['内容', '丙'])]).toEqual([[['fields']], [['fields']],
      [['fields']]])
  })
  it('leaves none empty', () => {
    expect(paths(['名称', '甲'], ['内容', '  '])).toEqual([['fields', 1, 'text']])
    expect(findFieldIssues(['内容'], [{ name: '内容', text: '' }])[0]?.message).toContain('内容')
  })
})
