import type { Command } from '../command.ts'
import { asOption } from '../acting/as-option.ts'
import { importWorkbook } from './import-workbook.ts'

export const command: Command = {
  summary: {
    zh: '导入五老名册（.xlsx 或 .csv）：没有问题的行导入，其余的行连同原因写进您自己的表。可以在网页上撤销。',
    en: 'Imports a register of volunteers (.xlsx or .csv): good rows go in, the others come back in your own file with the reason. '
      + 'It can be undone in the page.',
  },
  operands: ['<file>'],
  options: {
    as: asOption,
    unit: { value: 'code', summary: { zh: '以该账号的哪个单位导入；默认是它的第一个单位。', en: 'For which of the account’s units; by default its first.' } },
    problems: { value: 'file', summary: {
      zh: '把标明问题的原表存到哪里；默认在原表旁边。', en: 'Where the file with the marked rows goes; by default beside the original.',
    } },
  },
  run: (call) => importWorkbook(call, 'volunteers'),
}
