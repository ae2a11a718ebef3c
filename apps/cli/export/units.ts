import type { Command } from '../command.ts'
import { exportOptions, saveDownload } from './save-download.ts'

export const command: Command = {
  summary: { zh: '导出一个单位及其全部下级，改好后可以再导入。', en: 'Exports a unit and all below it; the workbook can be corrected and imported again.' },
  options: exportOptions,
  run: (call) => saveDownload(call, { command: 'export units', address: '/api/exports/units.xlsx', query: ['unit'] }),
}
