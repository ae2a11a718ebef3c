import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { proposalStatuses } from '../contract.ts'
import type { ShownProposal, ShownRound } from './api.ts'
import { proposalWords } from './proposal-words.ts'
import { words } from './words.ts'

const roundTones: Record<ShownRound['status'], Tone> = { requested: 'info', done: 'good', cancelled: 'neutral', failed: 'attention' }
const proposalTones: Record<ShownProposal['status'], Tone> = { proposed: 'attention', accepted: 'good', changed: 'good', rejected: 'neutral' }

/** How far a round has come. */
export function RoundStatus({ status }: { status: ShownRound['status'] }) {
  return <StatusTag tone={roundTones[status]}>{useWords(words).roundStates[status]}</StatusTag>
}

/** What was decided about a proposed pair. */
export function ProposalStatus({ status }: { status: ShownProposal['status'] }) {
  return <StatusTag tone={proposalTones[status]}>{useWords(proposalWords).states[status]}</StatusTag>
}

/** Statuses of proposals as options of a choice. */
export function useProposalOptions() {
  const { states } = useWords(proposalWords)
  return proposalStatuses.map(value => ({ value, label: states[value] }))
}
