import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'
import { defineModule, download } from '#platform/http/module.ts'
import { assignDesignee } from './commands/assign-designee.ts'
import { closeReport } from './commands/close-report.ts'
import { endDesignee } from './commands/end-designee.ts'
import { endReader } from './commands/end-reader.ts'
import { fileReport } from './commands/file-report.ts'
import { nameReader } from './commands/name-reader.ts'
import { openReport } from './commands/open-report.ts'
import { openReporter } from './commands/open-reporter.ts'
import { recordStep } from './commands/record-step.ts'
import { reopenReport } from './commands/reopen-report.ts'
import { safeguardingContract } from './contract.ts'
import { printReport } from './exchange/print-report.ts'
import { endReportTasks } from './jobs/end-report-tasks.ts'
import { escalateReports } from './jobs/escalate-reports.ts'
import { tellReadersOfReport } from './jobs/tell-readers-of-report.ts'
import { countReports } from './queries/count-reports.ts'
import { getReportingGuide } from './queries/get-reporting-guide.ts'
import { listDesignees } from './queries/list-designees.ts'
import { listReports } from './queries/list-reports.ts'

/** 强制报告, as apps/ assemble it. */
export const safeguardingModule = defineModule({
  name: 'safeguarding',
  contract: safeguardingContract,
  operations: {
    getReportingGuide, fileReport, listReports, openReport, openReporter, recordStep, closeReport, reopenReport, nameReader, endReader, countReports,
    listDesignees, assignDesignee, endDesignee,
  },
  downloads: [download({
    path: '/safeguarding/report.docx', operationId: 'printReport', summary: '下载强制报告表（留痕）', query: z.object({ id }), run: printReport,
  })],
  jobs: [tellReadersOfReport, endReportTasks, escalateReports],
})
