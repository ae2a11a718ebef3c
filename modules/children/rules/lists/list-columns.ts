/** Columns of the lists that civil affairs hands over, and the titles under which they circulate. */
export const listColumns = [
  { key: 'name', title: '姓名', synonyms: ['儿童姓名', '孩子姓名', '留守儿童姓名', '困境儿童姓名'], required: true, example: '张三（示例）' },
  { key: 'sex', title: '性别', synonyms: ['儿童性别'], required: false, example: '男' },
  { key: 'idNumber', title: '身份证号', synonyms: ['身份证号码', '公民身份号码', '身份证', '证件号码', '儿童身份证号', '儿童身份证号码'], required: false, example: '' },
  { key: 'birthOn', title: '出生日期', synonyms: ['出生年月日', '出生年月', '生日'], required: false, example: '2015-05-20' },
  { key: 'types', title: '儿童类别', synonyms: ['类别', '类型', '儿童类型', '困境类型', '困境类别', '认定类别', '保障类型'], required: false, example: '事实无人抚养儿童' },
  { key: 'decidedOn', title: '认定日期', synonyms: ['认定时间', '审批日期', '审批时间', '纳入保障时间', '登记日期'], required: false, example: '2025-09-01' },
  { key: 'source', title: '认定文号', synonyms: ['认定单位', '文号', '审批文号', '认定机关', '来源'], required: false, example: '' },
  { key: 'unit', title: '所在村（社区）', synonyms: ['所在单位', '村（社区）', '村社区', '所在村', '社区', '所属单位', '乡镇街道', '所在乡镇'], required: false, example: '' },
  { key: 'address', title: '家庭住址', synonyms: ['住址', '现住址', '居住地址', '现居住地', '家庭地址'], required: false, example: '' },
  { key: 'school', title: '就读学校', synonyms: ['学校', '所在学校', '就学情况'], required: false, example: '' },
  { key: 'guardianName', title: '监护人姓名', synonyms: ['监护人', '受委托监护人姓名', '实际监护人姓名', '监护人 姓名'], required: false, example: '' },
  { key: 'guardianRelation', title: '与儿童关系', synonyms: ['监护人关系', '与监护人关系', '关系', '监护人与儿童关系'], required: false, example: '祖母' },
  { key: 'guardianPhone', title: '监护人电话', synonyms: ['监护人联系电话', '联系电话', '监护人联系方式', '联系方式', '电话'], required: false, example: '' },
]
