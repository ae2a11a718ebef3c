import type { Command } from '../command.ts'
import { exportOptions, saveDownload } from './save-download.ts'

export const command: Command = {
  summary: {
    zh: '导出一个单位及其全部下级的领导班子，改好后可以再导入。',
    en: 'Exports the posts of a unit and all below it with their holders; the workbook can be corrected and imported again.',
  },
  options: exportOptions,
  run: (call) => saveDownload(call, { command: 'export posts', address: '/api/exports/posts.xlsx', query: ['unit'] }),
}
