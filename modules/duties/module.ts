import { defineModule } from '#platform/http/module.ts'
import { nightlyWalk } from '#platform/jobs/invariants.ts'
import { addBoardMember } from './commands/board/add-board-member.ts'
import { addResolution } from './commands/board/add-resolution.ts'
import { closeMeeting } from './commands/board/close-meeting.ts'
import { decideResolution } from './commands/board/decide-resolution.ts'
import { endBoardMember } from './commands/board/end-board-member.ts'
import { openBoardMember } from './commands/board/open-board-member.ts'
import { recordMeeting } from './commands/board/record-meeting.ts'
import { updateBoardMember } from './commands/board/update-board-member.ts'
import { updateMeeting } from './commands/board/update-meeting.ts'
import { approveDisclosure } from './commands/disclosures/approve-disclosure.ts'
import { assignDisclosure } from './commands/disclosures/assign-disclosure.ts'
import { correctDisclosure } from './commands/disclosures/correct-disclosure.ts'
import { prepareDisclosure } from './commands/disclosures/prepare-disclosure.ts'
import { publishDisclosure } from './commands/disclosures/publish-disclosure.ts'
import { recordOccasion } from './commands/disclosures/record-occasion.ts'
import { returnDisclosure } from './commands/disclosures/return-disclosure.ts'
import { updateOccasion } from './commands/disclosures/update-occasion.ts'
import { voidDisclosure } from './commands/disclosures/void-disclosure.ts'
import { recordBodyKind } from './commands/ratios/record-body-kind.ts'
import { recordEarlierYear } from './commands/ratios/record-earlier-year.ts'
import { recordRatioNote } from './commands/ratios/record-ratio-note.ts'
import { setBody } from './commands/ratios/set-body.ts'
import { withdrawBodyKind } from './commands/ratios/withdraw-body-kind.ts'
import { addRelatedParty } from './commands/relations/add-related-party.ts'
import { openRelatedParty } from './commands/relations/open-related-party.ts'
import { recordDealing } from './commands/relations/record-dealing.ts'
import { updateRelatedParty } from './commands/relations/update-related-party.ts'
import { dutiesContract } from './contract.ts'
import { exportDisclosure } from './exchange/export-disclosure.ts'
import { exportMinutes } from './exchange/export-minutes.ts'
import { deriveDisclosuresJob } from './jobs/derive-disclosures.ts'
import { findRelatedGifts } from './jobs/find-related-gifts.ts'
import { remindOfDisclosures } from './jobs/remind-of-disclosures.ts'
import { remindOfPartnerDealings } from './jobs/remind-of-partner-dealings.ts'
import { warnOfLeave } from './jobs/warn-of-leave.ts'
import { warnOfRatios } from './jobs/warn-of-ratios.ts'
import { listDutyBodies } from './queries/bodies.ts'
import { getMeeting, listMatters, listMeetings } from './queries/board/meetings.ts'
import { listBoard } from './queries/board/members.ts'
import { listDisclosureKinds } from './queries/disclosures/disclosure-kinds.ts'
import { getDisclosure } from './queries/disclosures/get-disclosure.ts'
import { listDisclosures } from './queries/disclosures/list-disclosures.ts'
import { listOccasions } from './queries/disclosures/list-occasions.ts'
import { getRatios } from './queries/ratios/get-ratios.ts'
import { invariants } from './queries/invariants/invariants.ts'
import { listRatioPostings } from './queries/ratios/list-ratio-postings.ts'
import { listDealings, listRelatedGifts } from './queries/relations/dealings.ts'
import { searchRelations } from './queries/relations/find-relations.ts'
import { listRelatedParties } from './queries/relations/parties.ts'

/** 法定义务, as apps/ assemble it. */
export const dutiesModule = defineModule({
  name: 'duties',
  contract: dutiesContract,
  operations: {
    listDutyBodies, setBody, recordBodyKind, withdrawBodyKind, getRatios, listRatioPostings, recordRatioNote, recordEarlierYear,
    listDisclosureKinds, listDisclosures, getDisclosure, listOccasions, recordOccasion, updateOccasion, assignDisclosure, prepareDisclosure, returnDisclosure,
    approveDisclosure, publishDisclosure, correctDisclosure, voidDisclosure,
    listBoard, addBoardMember, updateBoardMember, endBoardMember, openBoardMember, listMatters, listMeetings, getMeeting, recordMeeting, updateMeeting,
      closeMeeting,
    addResolution, decideResolution,
    listRelatedParties, addRelatedParty, updateRelatedParty, openRelatedParty, searchRelations, listDealings, listRelatedGifts, recordDealing,
  },
  downloads: [exportDisclosure, exportMinutes],
  jobs: [deriveDisclosuresJob, remindOfPartnerDealings, findRelatedGifts, remindOfDisclosures, warnOfRatios, warnOfLeave,
    nightlyWalk({ module: 'duties', schedule: '10 4 * * *', invariants })],
  invariants,
})
