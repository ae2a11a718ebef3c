import { defineModule } from '#platform/http/module.ts'
import { approveDisclosure } from './commands/disclosures/approve-disclosure.ts'
import { assignDisclosure } from './commands/disclosures/assign-disclosure.ts'
import { correctDisclosure } from './commands/disclosures/correct-disclosure.ts'
import { prepareDisclosure } from './commands/disclosures/prepare-disclosure.ts'
import { publishDisclosure } from './commands/disclosures/publish-disclosure.ts'
import { recordOccasion } from './commands/disclosures/record-occasion.ts'
import { returnDisclosure } from './commands/disclosures/return-disclosure.ts'
import { updateOccasion } from './commands/disclosures/update-occasion.ts'
import { voidDisclosure } from './commands/disclosures/void-disclosure.ts'
import { recordEarlierYear } from './commands/ratios/record-earlier-year.ts'
import { recordRatioNote } from './commands/ratios/record-ratio-note.ts'
import { setBody } from './commands/ratios/set-body.ts'
import { dutiesContract } from './contract.ts'
import { exportDisclosure } from './exchange/export-disclosure.ts'
import { deriveDisclosuresJob } from './jobs/derive-disclosures.ts'
import { remindOfDisclosures } from './jobs/remind-of-disclosures.ts'
import { warnOfRatios } from './jobs/warn-of-ratios.ts'
import { listDutyBodies } from './queries/bodies.ts'
import { listDisclosureKinds } from './queries/disclosures/disclosure-kinds.ts'
import { getDisclosure } from './queries/disclosures/get-disclosure.ts'
import { listDisclosures } from './queries/disclosures/list-disclosures.ts'
import { listOccasions } from './queries/disclosures/list-occasions.ts'
import { getRatios } from './queries/ratios/get-ratios.ts'
import { listRatioPostings } from './queries/ratios/list-ratio-postings.ts'

/** 法定义务, as apps/ assemble it. */
export const dutiesModule = defineModule({
  name: 'duties',
  contract: dutiesContract,
  operations: {
    listDutyBodies, setBody, getRatios, listRatioPostings, recordRatioNote, recordEarlierYear,
    listDisclosureKinds, listDisclosures, getDisclosure, listOccasions, recordOccasion, updateOccasion, assignDisclosure, prepareDisclosure, returnDisclosure,
    approveDisclosure, publishDisclosure, correctDisclosure, voidDisclosure,
  },
  downloads: [exportDisclosure],
  jobs: [deriveDisclosuresJob, remindOfDisclosures, warnOfRatios],
})
