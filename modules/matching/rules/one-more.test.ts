import { describe, expect, it } from 'vitest'
import { listCandidates } from './candidates.ts'
import { oneMoreOf } from './one-more.ts'
import { factsOf, free, waiting } from './sample-facts.ts'

const [first, second, third] = ['990100100010001000', '990100100020001000', '990100100030001000'] as const
const townOf = (code: string) => `${code.slice(0, 11)}0000000`

/** Where one more would help when these pairs, of child and volunteer, are proposed. */
function helpOf(facts: ReturnType<typeof factsOf>, pairs: readonly (readonly [child: number, volunteer: number])[]) {
  const assignments = pairs.map(([child, volunteer]) => ({ child, volunteer, isShared: false }))
  return oneMoreOf(facts, listCandidates(facts), assignments).map(({ scopeCode, moreChildren }) => [scopeCode, moreChildren])
}

describe('one more volunteer', () => {
  it('is of no use where everybody has somebody', () => {
    expect(helpOf(factsOf([waiting('a')], [free('one')]), [[0, 0]])).toEqual([])
  })

  it('helps as many of the town as wait, two at most, and says with how many places it is reckoned', () => {
    const children = (count: number) => factsOf(Array.from({ length: count }, (_none, index) => waiting(`c${index}`, { scopeCode: first })), [])
    expect([1, 2, 3].map((count) => helpOf(children(count), []))).toEqual([[[townOf(first), 1]], [[townOf(first), 2]], [[townOf(first), 2]]])
    expect(oneMoreOf(children(1), [], [])).toEqual([{ scopeCode: townOf(first), places: 2, moreChildren: 1 }])
  })

  it('is reckoned for each town in which somebody waits, the one first where it helps most, towns alike by their code', () => {
    const codes = [third, second, first, first]
    expect(helpOf(factsOf(codes.map((scopeCode, index) => waiting(`c${index}`, { scopeCode })), []), []))
      .toEqual([[townOf(first), 2], [townOf(second), 1], [townOf(third), 1]])
  })

  it('helps a town also by taking over a child, whose volunteer is then free for another that waits there', () => {
    // The second child may not have a volunteer of the town anew, but the one the first child has.
    const facts = factsOf([waiting('has', { scopeCode: first }), waiting('waits', { scopeCode: first, barred: new Set() })], [free('one')])
    expect(helpOf(facts, [[0, 0]])).toEqual([[townOf(first), 1]])
  })

  it('helps along a chain of three: each takes the volunteer of the one before, and the last one waited', () => {
    const bars = (...ids: string[]) => new Set(ids)
    const facts = factsOf([
      waiting('a', { scopeCode: first, barred: bars('two') }),
      waiting('b', { scopeCode: second, barred: bars() }),
      waiting('c', { scopeCode: third, barred: bars('one') }),
      waiting('d', { scopeCode: first, barred: bars('one', 'two') }),
    ], [free('one'), free('two')])
    // Of the first town d waits for itself; a hands on the one, b the two to c: that is one more child.
    expect(helpOf(facts, [[0, 0], [1, 1]])).toEqual([[townOf(first), 2], [townOf(third), 1]])
  })

  it('follows no chain where nobody may take the volunteer who becomes free', () => {
    const barred = new Set(['one'])
    const facts = factsOf([
      waiting('has', { scopeCode: first }), waiting('waits', { scopeCode: second, barred }), waiting('too', { scopeCode: first, barred }),
    ], [free('one')])
    expect(helpOf(facts, [[0, 0]])).toEqual([[townOf(first), 1], [townOf(second), 1]])
  })

  it('serves nobody twice: a child taken over once is not taken over again', () => {
    const facts = factsOf([waiting('a', { scopeCode: first }), waiting('b', { scopeCode: second }), waiting('c', { scopeCode: second })], [free('one')])
    // Of the second town both wait; of the first only one can be passed on, and nobody waits there.
    expect(helpOf(facts, [[0, 0]])).toEqual([[townOf(second), 2]])
  })

  it('passes on as many chains as the volunteer has places', () => {
    const children = [waiting('a', { scopeCode: first }), waiting('b', { scopeCode: first }), waiting('c', { scopeCode: first }),
      waiting('x', { scopeCode: second, barred: new Set(['two']) }), waiting('y', { scopeCode: third, barred: new Set(['one']) })]
    const facts = factsOf(children, [free('one'), free('two')])
    expect(helpOf(facts, [[0, 0], [1, 1]])).toEqual([[townOf(first), 2], [townOf(second), 1], [townOf(third), 1]])
  })
})
