import type { Command } from '../command.ts'
import { importOptions, importWorkbook } from './import-workbook.ts'

export const command: Command = {
  summary: {
    zh: '导入五老名册（.xlsx 或 .csv）：没有问题的行导入，其余的行连同原因写进您自己的表。可以在网页上撤销。',
    en: 'Imports a register of volunteers (.xlsx or .csv): good rows go in, the others come back in your own file with the reason. '
      + 'It can be undone in the page.',
  },
  operands: ['<file>'],
  options: importOptions,
  run: (call) => importWorkbook(call, 'volunteers'),
}
