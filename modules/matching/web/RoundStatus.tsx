import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import type { ShownProposal, ShownRound } from './api.ts'

const rounds: Record<ShownRound['status'], { word: string; tone: Tone }> = {
  requested: { word: '正在计算', tone: 'info' }, done: { word: '已算好', tone: 'good' }, cancelled: { word: '已取消', tone: 'neutral' },
  failed: { word: '没有算成', tone: 'attention' },
}
const proposals: Record<ShownProposal['status'], { word: string; tone: Tone }> = {
  proposed: { word: '待审看', tone: 'attention' }, accepted: { word: '已结对', tone: 'good' }, changed: { word: '已改选结对', tone: 'good' },
  rejected: { word: '未采纳', tone: 'neutral' },
}

/** How far a round has come. */
export const RoundStatus = ({ status }: { status: ShownRound['status'] }) => <StatusTag tone={rounds[status].tone}>{rounds[status].word}</StatusTag>
/** What was decided about a proposed pair. */
export const ProposalStatus = ({ status }: { status: ShownProposal['status'] }) =>
  <StatusTag tone={proposals[status].tone}>{proposals[status].word}</StatusTag>
/** Statuses of proposals as options of a choice. */
export const proposalOptions = Object.entries(proposals).map(([value, { word }]) => ({ value, label: word }))
