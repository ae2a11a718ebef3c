import type { Command } from '../command.ts'
import { exportOptions, saveDownload } from './save-download.ts'

export const command: Command = {
  summary: { zh: '导出一个单位一段时间的统计数字。', en: 'Exports the figures of a unit and a period.' },
  options: {
    ...exportOptions,
    period: { value: 'period', summary: {
      zh: '时段：2026、2026Q1、2026-03 或考评年度 2026A；默认是今年。', en: 'Period: 2026, 2026Q1, 2026-03 or 2026A; by default this year.',
    } },
  },
  run: (call) => saveDownload(call, { command: 'export figures', address: '/api/figures.xlsx', query: ['unit', 'period'] }),
}
