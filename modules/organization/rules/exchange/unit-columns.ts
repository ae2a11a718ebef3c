/** Columns of a workbook of units and the titles under which they circulate; the export has the same, so that it can be imported again. */
export const unitColumns = [
  { key: 'code', title: '单位代码', synonyms: ['关工委代码', '组织代码'], required: false, example: '' },
  { key: 'parentCode', title: '上级代码', synonyms: ['上级单位代码'], required: false, example: '' },
  { key: 'parent', title: '上级单位', synonyms: ['上级关工委', '隶属单位', '主管单位', '上级', '所属单位'], required: false, example: '东街镇' },
  { key: 'name', title: '名称', synonyms: ['单位名称', '单位', '组织名称', '关工委名称', '学校名称', '企业名称'], required: true, example: '东街镇第一小学' },
  { key: 'shortName', title: '关工委简称', synonyms: ['简称'], required: false, example: '' },
  { key: 'level', title: '层级', synonyms: ['单位层级', '级别'], required: false, example: '' },
  { key: 'kind', title: '类别', synonyms: ['单位类别', '单位类型', '类型', '层级或类别', '单位性质'], required: false, example: '学校' },
  { key: 'dueOn', title: '应建日期', synonyms: ['设立日期', '设立时间', '应建时间'], required: false, example: '' },
  { key: 'establishedOn', title: '组建日期', synonyms: ['已建日期', '成立日期', '成立时间', '组建时间', '建立时间', '已建时间'], required: false, example: '2020-05-04' },
  { key: 'foundingDocument', title: '成立文号', synonyms: ['批复文号', '成立文件', '文号'], required: false, example: '' },
  { key: 'address', title: '地址', synonyms: ['办公地址', '单位地址', '详细地址', '通讯地址'], required: false, example: '中心路1号' },
  { key: 'phone', title: '电话', synonyms: ['联系电话', '办公电话', '电话号码'], required: false, example: '' },
]
