import { defineModule } from '#platform/http/module.ts'
import { decideRightsRequest } from './commands/decide-rights-request.ts'
import { recordRightsRequest } from './commands/record-rights-request.ts'
import { sendRightsReply } from './commands/send-rights-reply.ts'
import { protectionContract } from './contract.ts'
import { exportChildCopyDocument, exportChildCopyWorkbook } from './exchange/export-child-copy.ts'
import { exportRightsReply } from './exchange/export-rights-reply.ts'
import { remindOfRightsRequests } from './jobs/remind-of-rights-requests.ts'
import { tellOfRightsRequest } from './jobs/tell-of-rights-request.ts'
import { getRightsRequest } from './queries/get-rights-request.ts'
import { listRightsRequests } from './queries/list-rights-requests.ts'

/** 未成年人信息保护, as apps/ assemble it. */
export const protectionModule = defineModule({
  name: 'protection',
  contract: protectionContract,
  operations: { listRightsRequests, getRightsRequest, recordRightsRequest, decideRightsRequest, sendRightsReply },
  downloads: [exportRightsReply, exportChildCopyDocument, exportChildCopyWorkbook],
  jobs: [tellOfRightsRequest, remindOfRightsRequests],
})
