import { expect, it } from 'vitest'
import { giftFacts, type CountableGift } from './countable.ts'

const gift = (form: CountableGift['form']): CountableGift =>
  ({ id: 'gift', unitId: 'unit', scopeCode: '990100000000000000', donorId: 'donor', donorKind: 'enterprise', donorLabel: '某公司', form })
const measures = (form: CountableGift['form'], isFree = true) =>
  giftFacts(gift(form), { amountFen: 500, isFree, on: '2026-03-10' }).map(({ measure, value }) => [measure, value ?? 1])

it('money counts as a gift, under its donor and under what binds it', () => {
  expect(measures('money')).toEqual([['gift.given', 1], ['gift.money.enterprise', 500], ['gift.money.unrestricted', 500]])
  expect(measures('money', false)).toEqual([['gift.given', 1], ['gift.money.enterprise', 500], ['gift.money.restricted', 500]])
})

it('goods count by their value and never as money, service counts as a gift alone', () => {
  expect(measures('goods')).toEqual([['gift.given', 1], ['gift.goods', 500]])
  expect(measures('service')).toEqual([['gift.given', 1]])
})

it('each fact names the gift, its unit, its donor and its day', () => {
  expect(giftFacts(gift('money'), { amountFen: 500, isFree: true, on: '2026-03-10' })[0]).toMatchObject({
    happenedOn: '2026-03-10', unit: { id: 'unit' }, record: { kind: 'gift', id: 'gift' }, subjectId: 'donor', label: '某公司 · 资金' })
})
