import type { ChildCondition, GuardianRelation, HouseholdEconomy, ParentState, RiskLevel } from './plan.ts'
import { shuffled } from './random.ts'
import type { Random } from './random.ts'

/** An invented situation of a family, with how many of a thousand households live in it. */
export type ChildProfile = {
  name: string
  share: number
  father: ParentState
  mother: ParentState
  /** Youngest and oldest age in full years. */
  ages: readonly [number, number]
  /** Who looks after the child, by frequency. */
  carers: Partial<Record<GuardianRelation, number>>
  economy: Partial<Record<HouseholdEconomy, number>>
  condition?: ChildCondition
  /** Lives with parents in another county than the one of the hukou. */
  isElsewhere?: boolean
  schooling?: 'dropped-out' | 'neither-school-nor-work'
  /** Highest of the three scales at intake, by frequency. */
  risk: Partial<Record<RiskLevel, number>>
}

const grandparents = { grandmother: 6, grandfather: 4, 'maternal-grandmother': 2 } as const
const kin = { grandmother: 4, grandfather: 3, uncle: 2, aunt: 1 } as const
const parents = { mother: 6, father: 4 } as const
const plain = { ordinary: 8, 'near-subsistence': 1, 'poverty-watch': 1 } as const
const poor = { 'subsistence-allowance': 7, 'near-subsistence': 2, 'poverty-watch': 1 } as const
const quiet = { none: 3, low: 6, medium: 1 } as const
const middling = { low: 4, medium: 5, high: 0.3 } as const
const grave = { medium: 7, high: 3 } as const
const home = { father: 'at-home', mother: 'at-home' } as const
const anyAge = [0, 17] as const

type Change = Partial<ChildProfile>

const atHome = (name: string, share: number, change: Change): ChildProfile =>
  ({ name, share, ...home, ages: anyAge, carers: parents, economy: plain, risk: quiet, ...change })

const parentsLost = (name: string, share: number, father: ParentState, mother: ParentState, change: Change = {}): ChildProfile =>
  ({ name, share, father, mother, ages: anyAge, carers: kin, economy: poor, risk: grave, ...change })

const leftBehind = (name: string, share: number, father: ParentState, mother: ParentState, change: Change = {}): ChildProfile =>
  ({ name, share, father, mother, ages: [0, 15], carers: grandparents, economy: poor, risk: middling, ...change })

/** Every type of domain.md §4.1 occurs; the shares add up to a thousand. */
export const childProfiles: readonly ChildProfile[] = [
  leftBehind('left-behind, both away', 302, 'working-away', 'working-away', { economy: plain }),
  leftBehind('left-behind, the one at home severely ill', 34, 'working-away', 'severely-ill'),
  leftBehind('left-behind, the one at home severely disabled', 26, 'severely-disabled', 'working-away'),
  atHome('one parent away', 60, { father: 'working-away', carers: { mother: 1 } }),
  atHome('migrant', 118, { ages: [0, 15], isElsewhere: true }),
  atHome('subsistence allowance', 128, { economy: { 'subsistence-allowance': 1 }, risk: { none: 1, low: 5, medium: 3 } }),
  atHome('near subsistence', 44, { economy: { 'near-subsistence': 2, 'poverty-watch': 1 } }),
  parentsLost('orphan', 16, 'dead', 'dead'),
  parentsLost('orphan in an institution', 3, 'dead', 'dead', { carers: { institution: 1 }, economy: { ordinary: 1 } }),
  parentsLost('unattended: dead and in prison', 12, 'in-prison', 'dead'),
  parentsLost('unattended: dead and out of contact', 24, 'dead', 'out-of-contact'),
  parentsLost('unattended: declared missing and severely disabled', 5, 'declared-missing', 'severely-disabled'),
  parentsLost('unattended: in prison and out of contact', 14, 'in-prison', 'out-of-contact'),
  parentsLost('unattended: detox and out of contact', 7, 'in-compulsory-detox', 'out-of-contact'),
  parentsLost('unattended: both severely disabled', 9, 'severely-disabled', 'severely-disabled'),
  parentsLost('unattended: severely ill and out of contact', 8, 'severely-ill', 'out-of-contact'),
  parentsLost('unattended: liberty restricted and dead', 3, 'liberty-restricted', 'dead'),
  parentsLost('unattended: custody revoked and in prison', 2, 'custody-revoked', 'in-prison'),
  parentsLost('unattended: dead and deported', 2, 'dead', 'deported'),
  parentsLost('one dead, the other away', 18, 'dead', 'working-away', { ages: [0, 15], carers: grandparents, risk: middling }),
  parentsLost('father in prison', 15, 'in-prison', 'at-home', { carers: { mother: 1 }, risk: middling }),
  parentsLost('mother in compulsory detox', 6, 'at-home', 'in-compulsory-detox', { carers: { father: 1 }, risk: middling }),
  parentsLost('destitute, supported by the state', 10, 'severely-disabled', 'dead', { ages: [2, 15], economy: { 'destitute-support': 1 } }),
  atHome('severely disabled', 40, { condition: 'disabled', economy: poor, risk: middling }),
  atHome('severely ill', 22, { condition: 'severely-ill', economy: poor, risk: middling }),
  atHome('hiv infected', 1, { condition: 'hiv-infected', ages: [3, 17], economy: poor, risk: grave }),
  atHome('abused', 3, { condition: 'abused', ages: [2, 16], risk: { high: 1 } }),
  atHome('neglected', 7, { condition: 'neglected', ages: [1, 15], risk: grave }),
  parentsLost('abandoned', 2, 'out-of-contact', 'out-of-contact', { condition: 'abandoned', ages: [0, 8], carers: kin }),
  atHome('injured by accident', 5, { condition: 'injured-by-accident', ages: [3, 17], risk: middling }),
  atHome('harmed by crime', 2, { condition: 'harmed-by-crime', ages: [8, 17], risk: { high: 1 } }),
  atHome('rescued from trafficking', 1, { condition: 'rescued-from-trafficking', ages: [3, 14], risk: grave }),
  atHome('delinquent', 12, { condition: 'delinquent', ages: [13, 17], risk: grave }),
  atHome('dropped out', 8, { schooling: 'dropped-out', ages: [12, 15], risk: middling }),
  atHome('neither school nor work', 10, { schooling: 'neither-school-nor-work', ages: [16, 17], risk: middling }),
  atHome('in temporary hardship', 16, { condition: 'in-temporary-hardship', risk: middling }),
  atHome('in no difficulty', 5, { risk: { none: 1 } }),
]

/** Deals the profiles so that every thousand households show exactly the shares, in an order decided by chance. */
export function dealProfiles(random: Random): () => ChildProfile {
  const cards = childProfiles.flatMap((profile) => Array.from({ length: profile.share }, () => profile))
  let deck: ChildProfile[] = []
  return () => {
    if (deck.length === 0) deck = shuffled(cards, random.whole)
    const card = deck.pop()
    if (!card) throw new RangeError('the deck of profiles is empty')
    return card
  }
}
