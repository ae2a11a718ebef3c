import { defineModule } from '#platform/http/module.ts'
import { recordEarlierYear } from './commands/ratios/record-earlier-year.ts'
import { recordRatioNote } from './commands/ratios/record-ratio-note.ts'
import { setBody } from './commands/ratios/set-body.ts'
import { dutiesContract } from './contract.ts'
import { listDutyBodies } from './queries/bodies.ts'
import { getRatios } from './queries/ratios/get-ratios.ts'
import { listRatioPostings } from './queries/ratios/list-ratio-postings.ts'

/** 法定义务, as apps/ assemble it. */
export const dutiesModule = defineModule({
  name: 'duties',
  contract: dutiesContract,
  operations: { listDutyBodies, setBody, getRatios, listRatioPostings, recordRatioNote, recordEarlierYear },
})
