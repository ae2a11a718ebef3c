import type { Command } from '../command.ts'
import { importOptions, importWorkbook } from './import-workbook.ts'

export const command: Command = {
  summary: {
    zh: '导入领导班子（.xlsx 或 .csv）：设置职务、任职、换届和更正；有问题的行连同原因写进您自己的表。可以在网页上撤销。',
    en: 'Imports posts with their holders (.xlsx or .csv): new seats, appointments, successions and corrections; rows with problems come back in your '
      + 'own file with the reason. It can be undone in the page.',
  },
  operands: ['<file>'],
  options: importOptions,
  run: (call) => importWorkbook(call, 'posts'),
}
