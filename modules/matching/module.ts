import { defineModule } from '#platform/http/module.ts'
import { acceptProposal } from './commands/accept-proposal.ts'
import { acceptProposals } from './commands/accept-proposals.ts'
import { addNoGoPair } from './commands/add-no-go-pair.ts'
import { cancelRound } from './commands/cancel-round.ts'
import { rejectProposal } from './commands/reject-proposal.ts'
import { removeNoGoPair } from './commands/remove-no-go-pair.ts'
import { requestRound } from './commands/request-round.ts'
import { matchingContract } from './contract.ts'
import { runRound } from './jobs/run-round.ts'
import { getRound } from './queries/get-round.ts'
import { listNoGoPairs } from './queries/list-no-go-pairs.ts'
import { listProposals } from './queries/list-proposals.ts'
import { listRounds } from './queries/list-rounds.ts'
import { listUnserved } from './queries/list-unserved.ts'

/** 结对推荐, as apps/ assemble it. */
export const matchingModule = defineModule({
  name: 'matching',
  contract: matchingContract,
  operations: {
    requestRound, listRounds, getRound, cancelRound, listProposals, listUnserved, acceptProposal, acceptProposals, rejectProposal,
    listNoGoPairs, addNoGoPair, removeNoGoPair,
  },
  jobs: [runRound],
})
