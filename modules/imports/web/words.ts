import { defineWords } from '#platform/ui/words.ts'

type Kind = { code: string; title: string }

const englishKinds: Readonly<Record<string, string>> = {
  volunteers: 'volunteers', children: 'children', units: 'units', posts: 'leadership teams', staff: 'staff',
  'civil-left-behind': 'civil-affairs list of left-behind children', 'civil-hardship': 'civil-affairs list of children in hardship',
  'child-form-left-behind': 'registration forms of left-behind children', 'child-form-household': 'household forms',
}
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

// Records that stand on no row of the workbook are numbered from here on.
const firstRestRow = 2_000_001
const chineseRow = (row: number) => (row < firstRestRow ? `第${row}行` : `名单外第${row - firstRestRow + 1}个`)
const englishRow = (row: number) => (row < firstRestRow ? `row ${row}` : `no. ${row - firstRestRow + 1} not on the list`)

/** Words of the imports: the list of what came in, and the wizard of each kind. Headings of columns are those of the Chinese sheets. */
export const words = defineWords({
  imports: '导入记录', lead: '上传的文件加密保存30天，之后自动删除。', importOf: (kind: string) => `导入${kind}`, kindTitle: ({ title }: Kind) => title,
  emptyTitle: '还没有导入过表格', emptyLead: '从右上角开始导入。', undoTitle: '撤销导入', undo: '撤销',
  undoOf: (file: string, created: number, changed: number) =>
    `${file} 新增的 ${created} 条记录将被撤回${changed === 0 ? '' : `，更改的 ${changed} 条将恢复原样`}，统计随之更正；导入后改动过或已经用到的会保留。`,
  undone: (count: number) => `已撤销${count}条。`, kept: (count: number, rows: readonly string[], isMore: boolean) =>
    `有${count}条保留：${rows.join('；')}${isMore ? '……' : ''}`,
  keptRow: (row: number, why: string) => `${chineseRow(row)}：${why}`, row: chineseRow,
  file: '文件', content: '内容', at: '时间', person: '经办人', imported: '导入', importedOf: (done: number, all: number) => `${done}/${all}条`, state: '状态',
  acts: '操作', markedFile: '下载标明问题的表',
  states: { received: '已上传', checked: '已检查，未导入', committing: '正在导入', committed: '已导入', undone: '已撤销' },
  pageLead: '原来的表格可以直接用：标题行、空行、各种日期写法都认得。检查时不写入任何数据。', unknownKind: '没有这种导入。', fileHint: '支持 .xlsx，最大20MB。',
  example: (example: string) => `如：${example}`,
  compare: '逐条核对', comparisonNote: (created: number, changed: number) =>
    `名单上新的 ${created} 人，其他差异 ${changed} 处。逐条决定后再写入，可以分几天核对。`,
  previewNote: (created: number, changed: number, unchanged: number) => `新增 ${created} 条，更改 ${changed} 条；${unchanged} 行与登记的相同，不会改动。`,
}, {
  imports: 'Imports', lead: 'Uploaded files are kept encrypted for 30 days, then deleted by themselves.', importOf: (kind: string) => `Import ${kind}`,
  kindTitle: ({ code, title }: Kind) => englishKinds[code] ?? title,
  emptyTitle: 'Nothing has been imported yet', emptyLead: 'Begin at the top right.', undoTitle: 'Undo import', undo: 'Undo',
  undoOf: (file: string, created: number, changed: number) => `${plural(created, 'record', 'records')} added by ${file} will be withdrawn`
    + `${changed === 0 ? '' : `, ${plural(changed, 'changed one', 'changed ones')} restored`}, and figures follow. `
    + 'What was changed or used since stays.',
  undone: (count: number) => `${count} withdrawn. `, kept: (count: number, rows: readonly string[], isMore: boolean) =>
    `${count} kept: ${rows.join('; ')}${isMore ? '…' : ''}`,
  keptRow: (row: number, why: string) => `${englishRow(row)}: ${why}`, row: englishRow,
  file: 'File', content: 'Content', at: 'When', person: 'By', imported: 'Imported', importedOf: (done: number, all: number) => `${done} of ${all}`,
  state: 'State', acts: 'Actions', markedFile: 'Download with problems marked',
  states: { received: 'uploaded', checked: 'checked, not imported', committing: 'importing', committed: 'imported', undone: 'undone' },
  pageLead: 'Use your sheet as it is: headings, empty rows and dates in any form are understood. Checking writes nothing.',
  unknownKind: 'There is no such import.', fileHint: '.xlsx, at most 20 MB.', example: (example: string) => `e.g. ${example}`,
  compare: 'Compare one by one', comparisonNote: (created: number, changed: number) =>
    `${created} new on the list, ${plural(changed, 'other difference', 'other differences')}. `
    + 'Each is decided before anything is written, over days if need be.',
  previewNote: (created: number, changed: number, unchanged: number) =>
    `${created} new, ${changed} changed; ${plural(unchanged, 'row is', 'rows are')} as registered and will stay.`,
})
