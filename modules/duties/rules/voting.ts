// Whether a resolution may be voted on, and whether it is adopted.
import type { Choice, Matter } from '../contract.ts'

/** What the rule of a matter asks. */
export type MatterRule = Pick<Matter, 'quorumNumerator' | 'quorumDenominator' | 'majorityBase' | 'majorityNumerator' | 'majorityDenominator' | 'isMoreThan'>
/** The votes on a resolution, and whom they are of. */
export type Ballot = {
  /** Members with a vote who are in office on the day. */
  members: readonly string[]; present: readonly string[]
  /** Members who are related to the party it is about. */
  related: readonly string[]; votes: readonly { memberId: string; choice: Choice }[]
}
/** Why votes cannot stand. */
export type VoteObstacle = { code: 'NOT_A_MEMBER' | 'NOT_PRESENT' | 'VOTE_MISSING' | 'NO_QUORUM' } | { code: 'MUST_WITHDRAW'; memberIds: string[] }

/** The first thing in the way of these votes; undefined when they can stand. */
export function findVoteObstacle(rule: MatterRule, { members, present, related, votes }: Ballot): VoteObstacle | undefined {
  const voters = votes.map(({ memberId }) => memberId)
  if (new Set(voters).size !== voters.length || voters.some((id) => !members.includes(id))) return { code: 'NOT_A_MEMBER' }
  if (voters.some((id) => !present.includes(id))) return { code: 'NOT_PRESENT' }
  const there = members.filter((id) => present.includes(id))
  if (there.length === 0 || there.length * rule.quorumDenominator < members.length * rule.quorumNumerator) return { code: 'NO_QUORUM' }
  if (there.some((id) => !voters.includes(id))) return { code: 'VOTE_MISSING' }
  const memberIds = votes.filter(({ memberId, choice }) => related.includes(memberId) && choice !== 'withdrew').map(({ memberId }) => memberId)
  return memberIds.length === 0 ? undefined : { code: 'MUST_WITHDRAW', memberIds }
}

/** What the votes come to. Who withdrew is not counted among those present; of all members the law counts everybody. */
export function countVotes(rule: MatterRule, { members, present,
  votes }: Ballot): { forCount: number; presentCount: number; membersCount: number; isAdopted: boolean } {
  const count = (choice: Choice) => votes.filter((vote) => vote.choice === choice).length
  const [membersCount, presentCount, forCount] = [members.length, members.filter((id) => present.includes(id)).length, count('for')]
  const baseCount = rule.majorityBase === 'all' ? membersCount : presentCount - count('withdrew')
  const [got, asked] = [forCount * rule.majorityDenominator, baseCount * rule.majorityNumerator]
  return { forCount, presentCount, membersCount, isAdopted: forCount > 0 && (rule.isMoreThan ? got > asked : got >= asked) }
}
