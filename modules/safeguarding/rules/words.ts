import type { ClosingResult, ReaderGround, Situation, Status, StepKind } from '../contract.ts'

/** Situations in a few words. */
export const situationTitles: Readonly<Record<Situation, string>> = {
  'private-parts-injured': '隐私部位损伤', 'girl-under-14-abused': '不满14岁女孩受侵害', 'girl-over-14-abused': '14岁以上女孩受侵害',
  'many-injuries': '多处损伤、营养不良、意识不清', 'unnatural-harm': '自杀、自残、工伤、中毒等', abandoned: '被遗弃或长期无人照料',
  'missing-or-trafficked': '来源不明、失踪、被拐卖', 'made-to-beg': '被组织乞讨', 'other-grave-harm': '其他严重侵害或正面临危险',
}
/** Where a report stands. */
export const statusWords: Readonly<Record<Status, string>> = { filed: '待查看', handling: '处置中', closed: '已办结' }
/** What was done. */
export const stepWords: Readonly<Record<StepKind, string>> = {
  police: '向公安报告', 'civil-affairs': '向民政报告', education: '向教育部门报告', hospital: '送医或告知医院', 'other-authority': '向其他部门报告',
  guardian: '联系监护人', visited: '当面看望', note: '其他情况',
}
/** What came of it. */
export const resultWords: Readonly<Record<ClosingResult, string>> = {
  police: '公安机关已处理', 'civil-affairs': '民政部门已接手', education: '教育部门已处理', 'family-supported': '家庭已改善，继续帮扶', unfounded: '经核实不成立',
  mistaken: '误报（不计入统计）',
}
/** Why somebody may read. */
export const groundWords: Readonly<Record<ReaderGround, string>> = {
  officer: '未成年人信息负责人', designee: '指定保护人员', named: '本件指名', withheld: '报告人要求不告知',
}
