import { z } from 'zod'
import { download, defineModule } from '#platform/http/module.ts'
import { approveYearlyReport } from './commands/approve-yearly-report.ts'
import { closeMonth } from './commands/close-month.ts'
import { reopenMonth } from './commands/reopen-month.ts'
import { saveYearlyReport } from './commands/save-yearly-report.ts'
import { figureQuery, figuresContract, reportQuery, Split, yearNotBegun } from './contract.ts'
import { exportFigureRows } from './exchange/export-figure-rows.ts'
import { exportFigures } from './exchange/export-figures.ts'
import { exportYearlyReport } from './exchange/export-report.ts'
import { foldFactsJob } from './jobs/fold-facts.ts'
import { recountFiguresJob } from './jobs/recount-figures.ts'
import { getYearlyReport } from './queries/get-yearly-report.ts'
import { listClosings } from './queries/list-closings.ts'
import { listFigureCorrections } from './queries/list-figure-corrections.ts'
import { listFigureRows } from './queries/list-figure-rows.ts'
import { listFigureSplits } from './queries/list-figure-splits.ts'
import { listFigureTrend } from './queries/list-figure-trend.ts'
import { listFigureUnits } from './queries/list-figure-units.ts'
import { listFigures } from './queries/list-figures.ts'
import { listIndicators } from './queries/list-indicators.ts'
import { listReportingUnits } from './queries/list-reporting-units.ts'

/** 统计, as apps/ assemble it. */
export const figuresModule = defineModule({
  name: 'figures',
  contract: figuresContract,
  operations: {
    listFigures, listFigureRows, listFigureCorrections, listFigureUnits, listFigureSplits, listFigureTrend, listIndicators,
    listReportingUnits, listClosings, closeMonth, reopenMonth, getYearlyReport, saveYearlyReport, approveYearlyReport,
  },
  downloads: [
    download({
      path: '/figures.xlsx', operationId: 'exportFigures', summary: '导出统计数字',
      query: figureQuery.extend({ group: z.string().max(20).optional(), q: z.string().max(50).optional() }), run: exportFigures,
    }),
    download({
      path: '/figure-rows.xlsx', operationId: 'exportFigureRows', summary: '导出数字背后的记录',
      query: figureQuery.extend({ code: z.string().max(80), part: z.enum(['numerator', 'denominator']).default('numerator') }).extend(Split.shape),
      run: exportFigureRows,
    }),
    download({
      path: '/reports/yearly.docx', operationId: 'exportYearlyReport', summary: '下载年度报告',
      query: reportQuery.extend({ sources: z.stringbool().default(false) }), errors: yearNotBegun, run: exportYearlyReport,
    }),
  ],
  jobs: [foldFactsJob, recountFiguresJob],
})
