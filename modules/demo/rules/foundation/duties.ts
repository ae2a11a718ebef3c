import { addDays, addYears, type LocalDate } from '#platform/values/local-date.ts'

/** Seats and votes as the board knows them. */
type BoardRole = 'chair' | 'vice-chair' | 'secretary-general' | 'member' | 'supervisor'
type Choice = 'for' | 'abstained' | 'withdrew'
/** A seat on the board of the demo foundation. */
export type PlannedMember = { name: string; role: BoardRole; fromOn: LocalDate; untilOn: LocalDate; isPresent: boolean }
/** A resolution with the votes of those present, in the order of the members. */
export type PlannedResolution = { matter: string; title: string; words: string; isAboutParty: boolean; votes: readonly Choice[] }

const seats: readonly [string, BoardRole, boolean][] = [
  ['秦守义', 'chair', true], ['施文清', 'vice-chair', true], ['尤嘉禾', 'secretary-general', true], ['朱广源', 'member', true], ['许敬之', 'member', true],
  ['曹慧兰', 'member', true], ['孔令闻', 'member', false], ['严正平', 'supervisor', true],
]

/** A board two years in office; one member more whose term ran out last month. */
export function plannedBoard(today: LocalDate): PlannedMember[] {
  const fromOn = addDays(addYears(today, -2), -20)
  const lapsed: PlannedMember = { name: '吕思源', role: 'member', fromOn: addYears(addDays(today, -31), -4), untilOn: addDays(today, -31), isPresent: false }
  return [...seats.map(([name, role, isPresent]) => ({ name, role, fromOn, untilOn: addDays(addYears(fromOn, 4), -1), isPresent })), lapsed]
}

/** What the certificate of the foundation says it is, long before its books. */
export const plannedBody = { kind: 'public-foundation', fromOn: '2012-06-01', source: '法人登记证书和公开募捐资格证书（虚构，仅供演示）' } as const

/** Income and net assets of the years before the books, the latest first; the latest ends with what the books open with. */
export const plannedEarlierYears: readonly { incomeFen: number; netAssetsFen: number }[] = [
  { incomeFen: 48_000_000, netAssetsFen: 86_500_000 }, { incomeFen: 45_600_000, netAssetsFen: 81_200_000 }, { incomeFen: 43_000_000, netAssetsFen: 76_900_000 },
]

/** The meeting of the board some weeks ago. */
export const plannedMeetingOn = (today: LocalDate): LocalDate => addDays(today, -25)

/** What it resolved; who controls the party withdrew. */
export const plannedResolutions: readonly PlannedResolution[] = [
  {
    matter: 'ordinary', title: '审议年度预算', words: '同意本年度预算，助学和暖冬两项支出不低于上年。', isAboutParty: false,
    votes: ['for', 'for', 'for', 'for', 'for', 'abstained'],
  },
  {
    matter: 'ordinary', title: '向惠民商贸采购冬衣', words: '按三家比价结果采购，价格不高于市场价。', isAboutParty: true, votes: ['for', 'for', 'for', 'withdrew', 'for', 'for'],
  },
]
