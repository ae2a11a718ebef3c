import type { Coverage, WriteEntry } from './entry.ts'

const offices = ['office'] as const
const on = '2026-03-16'
const write = (ids: WriteEntry['ids'], input?: WriteEntry['input']): WriteEntry => ({ walk: 'write', roles: offices, ids, ...(input === undefined ? {} : { input }) })
const ofRound = { walk: 'one', roles: offices, ids: { id: 'matchinground' } } as const

/** 结对推荐: rounds of the range, with everybody they name. */
export const matchingCoverage: Coverage = {
  'matching.requestRound': write({ unit: 'unitcode' }, () => ({})),
  'matching.listRounds': { walk: 'list', roles: offices, of: 'matchinground' },
  'matching.getRound': ofRound,
  'matching.cancelRound': write({ id: 'runninground' }),
  'matching.listProposals': ofRound,
  'matching.listUnserved': ofRound,
  'matching.acceptProposal': write({ id: 'proposal', volunteerId: 'clearedvolunteer' }, async (given, look) => (
    { version: await look('proposal', given['id'] ?? ''), fromOn: on, reason: '与家人相熟' })),
  'matching.acceptProposals': write({ id: 'matchinground', 'proposalIds[]': 'otherproposal' }, (given) => (
    { proposalIds: [given['proposalIds[]']], fromOn: on })),
  'matching.rejectProposal': write({ id: 'otherproposal' }, async (given, look) => (
    { version: await look('otherproposal', given['id'] ?? ''), reason: '家人希望再等等' })),
  'matching.listNoGoPairs': { walk: 'list', roles: offices, of: 'nogopair' },
  'matching.addNoGoPair': write({ childId: 'child', volunteerId: 'clearedvolunteer' }, () => ({ reason: '家人提出回避' })),
  'matching.removeNoGoPair': write({ id: 'nogopair' }),
}
