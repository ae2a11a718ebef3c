import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'
import { defineModule, download } from '#platform/http/module.ts'
import { addBody } from './commands/add-body.ts'
import { answerReferral } from './commands/answer-referral.ts'
import { decideOverride } from './commands/decide-override.ts'
import { draftReferral } from './commands/draft-referral.ts'
import { finishReferral } from './commands/finish-referral.ts'
import { openEnclosure } from './commands/open-enclosure.ts'
import { revokeReferral } from './commands/revoke-referral.ts'
import { sendReferral } from './commands/send-referral.ts'
import { updateBody } from './commands/update-body.ts'
import { referralsContract } from './contract.ts'
import { printLetter } from './exchange/print-letter.ts'
import { closeEnclosures } from './jobs/close-enclosures.ts'
import { deliverReferral } from './jobs/deliver-referral.ts'
import { followClosedUnit } from './jobs/follow-closed-unit.ts'
import { followTransferredChild } from './jobs/follow-transferred-child.ts'
import { forgetReferredChild } from './jobs/forget-referred-child.ts'
import { mirrorReferral } from './jobs/mirror-referral.ts'
import { remindOfReferrals } from './jobs/remind-of-referrals.ts'
import { revokeWithoutConsent } from './jobs/revoke-without-consent.ts'
import { tellFileOfReading } from './jobs/tell-file-of-reading.ts'
import { tellOfReferralOverride } from './jobs/tell-of-referral-override.ts'
import { getReferral } from './queries/get-referral.ts'
import { listBodies } from './queries/list-bodies.ts'
import { listReferrals } from './queries/list-referrals.ts'

/** 转介, as apps/ assemble it. */
export const referralsModule = defineModule({
  name: 'referrals',
  contract: referralsContract,
  operations: {
    listReferrals, getReferral, draftReferral, decideOverride, sendReferral, revokeReferral, answerReferral, finishReferral, openEnclosure, listBodies, addBody,
    updateBody,
  },
  downloads: [download({ path: '/referrals/letter.docx', operationId: 'printLetter', summary: '下载转介函（留痕）', query: z.object({ id }), run: printLetter })],
  jobs: [deliverReferral, mirrorReferral, remindOfReferrals, closeEnclosures, revokeWithoutConsent, forgetReferredChild, followTransferredChild,
    followClosedUnit, tellFileOfReading, tellOfReferralOverride],
})
