import { asOption } from '../acting/as-option.ts'
import { CommandRefused, type Command } from '../command.ts'
import { saveDownload } from '../export/save-download.ts'

export const command: Command = {
  summary: {
    zh: '把一个账套一年的账导出为纯文本，可用 hledger 或 ledger 独立核对。',
    en: 'Exports a year of a set of books as plain text that hledger and ledger check.',
  },
  options: {
    as: asOption,
    book: { value: 'book', isRequired: true, summary: { zh: '账套的名称或编号。', en: 'Name or id of the set of books.' } },
    year: { value: 'year', isRequired: true, summary: { zh: '年份，如 2026。', en: 'Year, e.g. 2026.' } },
    format: { value: 'format', summary: { zh: '格式：hledger（默认）。', en: 'Format: hledger (the default).' } },
    to: { value: 'file', isRequired: true, summary: { zh: '存为哪个文件（.journal）。', en: 'File to write (.journal).' } },
  },
  run: async (call) => {
    const format = call.values['format'] ?? 'hledger'
    if (format !== 'hledger') {
      throw new CommandRefused({ zh: `没有“${format}”这种格式，请用 --format hledger。`, en: `There is no format "${format}"; use --format hledger.` })
    }
    await saveDownload(call, { command: 'ledger export', address: '/api/ledger-journal', query: ['book', 'year', 'format'] })
  },
}
