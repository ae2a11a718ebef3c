import type { Command } from '../command.ts'
import { importOptions, importWorkbook } from './import-workbook.ts'

export const command: Command = {
  summary: {
    zh: '导入单位（.xlsx 或 .csv）：新单位建在已有单位之下，写明单位代码的行更正该单位；有问题的行连同原因写进您自己的表。可以在网页上撤销。',
    en: 'Imports units (.xlsx or .csv): new ones go below those that stand, a row with a unit code corrects that unit, rows with problems come back '
      + 'in your own file with the reason. It can be undone in the page.',
  },
  operands: ['<file>'],
  options: importOptions,
  run: (call) => importWorkbook(call, 'units'),
}
