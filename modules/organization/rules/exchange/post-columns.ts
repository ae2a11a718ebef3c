/** Columns of a workbook of posts with their holders; the export has the same, so that it can be imported again. */
export const postColumns = [
  { key: 'unitCode', title: '单位代码', synonyms: ['关工委代码', '组织代码'], required: false, example: '' },
  { key: 'unit', title: '单位', synonyms: ['单位名称', '所在单位', '关工委', '关工委名称'], required: false, example: '东街镇' },
  { key: 'title', title: '职务', synonyms: ['关工委职务', '职务名称', '班子职务', '担任职务', '岗位'], required: true, example: '副主任' },
  { key: 'seat', title: '席位', synonyms: ['席位号', '席位编号'], required: false, example: '' },
  { key: 'personName', title: '姓名', synonyms: ['任职人', '任职人员', '人员姓名', '负责人'], required: false, example: '张三（示例）' },
  { key: 'workingTime', title: '专兼职', synonyms: ['专职兼职', '是否专职', '专职或兼职'], required: false, example: '兼职' },
  { key: 'fromOn', title: '任职日期', synonyms: ['任职时间', '到任日期', '任职起始', '任职开始日期', '起始日期'], required: false, example: '2024-03-01' },
  { key: 'dueToEndOn', title: '届满日期', synonyms: ['届满时间', '任期届满', '任期至', '到期日期'], required: false, example: '2029-02-28' },
  { key: 'ending', title: '前任卸任方式', synonyms: ['卸任方式', '前任离任方式'], required: false, example: '' },
  { key: 'seatFromOn', title: '设置日期', synonyms: ['职务设置日期', '设置时间'], required: false, example: '' },
]
