import { defineModule } from '#platform/http/module.ts'
import { closeIncident } from './commands/close-incident.ts'
import { decideRightsRequest } from './commands/decide-rights-request.ts'
import { decideUnusualAccess } from './commands/decide-unusual-access.ts'
import { recordHolidayYear } from './commands/record-holiday-year.ts'
import { recordIncident } from './commands/record-incident.ts'
import { recordRightsRequest } from './commands/record-rights-request.ts'
import { saveComplianceReport } from './commands/save-compliance-report.ts'
import { sendRightsReply } from './commands/send-rights-reply.ts'
import { updateIncident } from './commands/update-incident.ts'
import { protectionContract } from './contract.ts'
import { exportChildCopyDocument, exportChildCopyWorkbook } from './exchange/export-child-copy.ts'
import { exportComplianceReport } from './exchange/export-compliance-report.ts'
import { exportErasureProof } from './exchange/export-erasure-proof.ts'
import { exportIncident } from './exchange/export-incident.ts'
import { exportRightsReply } from './exchange/export-rights-reply.ts'
import { endUnusualTasks } from './jobs/end-unusual-tasks.ts'
import { findUnusualAccesses } from './jobs/find-unusual-accesses.ts'
import { followTransferredChild } from './jobs/follow-transferred-child.ts'
import { remindOfComplianceReport } from './jobs/remind-of-compliance-report.ts'
import { remindOfEmergencies } from './jobs/remind-of-emergencies.ts'
import { remindOfHolidayYear } from './jobs/remind-of-holiday-year.ts'
import { remindOfRightsRequests } from './jobs/remind-of-rights-requests.ts'
import { setRetentions } from './jobs/set-retentions.ts'
import { tellOfIncident } from './jobs/tell-of-incident.ts'
import { tellOfRightsRequest } from './jobs/tell-of-rights-request.ts'
import { getComplianceReport } from './queries/get-compliance-report.ts'
import { getIncident } from './queries/get-incident.ts'
import { getRightsRequest } from './queries/get-rights-request.ts'
import { getUnusualAccess } from './queries/get-unusual-access.ts'
import { listComplianceRows } from './queries/list-compliance-rows.ts'
import { listEmergencyAccesses } from './queries/list-emergency-accesses.ts'
import { listErasures } from './queries/list-erasures.ts'
import { listHolidayYears } from './queries/list-holiday-years.ts'
import { listIncidentChildren } from './queries/list-incident-children.ts'
import { listIncidents } from './queries/list-incidents.ts'
import { listRetentionRules, listRetentions } from './queries/list-retentions.ts'
import { listRightsRequests } from './queries/list-rights-requests.ts'
import { listUnusualAccesses } from './queries/list-unusual-accesses.ts'

/** 未成年人信息保护, as apps/ assemble it. */
export const protectionModule = defineModule({
  name: 'protection',
  contract: protectionContract,
  operations: {
    listRightsRequests, getRightsRequest, recordRightsRequest, decideRightsRequest, sendRightsReply, listUnusualAccesses, getUnusualAccess,
    decideUnusualAccess, listEmergencyAccesses, listIncidents, getIncident, listIncidentChildren, recordIncident, updateIncident, closeIncident,
    listRetentions, listRetentionRules, listErasures, getComplianceReport, listComplianceRows, saveComplianceReport,
    listHolidayYears, recordHolidayYear,
  },
  downloads: [exportRightsReply, exportIncident, exportErasureProof, exportComplianceReport, exportChildCopyDocument, exportChildCopyWorkbook],
  jobs: [
    tellOfRightsRequest, remindOfRightsRequests, findUnusualAccesses, endUnusualTasks, remindOfEmergencies, tellOfIncident, setRetentions,
    remindOfComplianceReport, remindOfHolidayYear, followTransferredChild,
  ],
})
