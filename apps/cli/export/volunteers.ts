import type { Command } from '../command.ts'
import { exportOptions, saveDownload } from './save-download.ts'

export const command: Command = {
  summary: { zh: '导出一个单位的五老名册，不含身份证号。', en: 'Exports the register of volunteers of a unit, without identity numbers.' },
  options: exportOptions,
  run: (call) => saveDownload(call, { command: 'export volunteers', address: '/api/volunteers.xlsx', query: ['unit'] }),
}
