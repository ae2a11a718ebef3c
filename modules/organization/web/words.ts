import { defineWords } from '#platform/ui/words.ts'
import type { Unit } from '../contract.ts'
import { changeWords, kindWords, levelWords, sortOf } from '../rules/unit-words.ts'

const englishLevels: Record<Unit['level'], string> = { province: 'province', city: 'city', county: 'county', town: 'town', village: 'village' }
const englishKinds: typeof kindWords = { division: 'division', school: 'school', enterprise: 'enterprise', agency: 'agency', other: 'other' }
const englishSort = (unit: Pick<Unit, 'level' | 'kind'>): string => (unit.kind === 'division' ? englishLevels[unit.level] : englishKinds[unit.kind])
const englishChanges: typeof changeWords = {
  created: 'created', established: 'committee founded', disestablished: 'marked as not founded', renamed: 'renamed', moved: 'moved',
  merged: 'merged into another unit', received: 'took in another unit', split: 'split', closed: 'closed', reopened: 'reopened',
}

/** Words of the pages of 组织. */
export const words = defineWords({
  units: '组织', unitsLead: '各级关工委和应建单位。选中一个单位查看它的班子、制度和变更。', tree: '组织树', foundingRate: '组建率', vacancies: '班子空缺',
  open: '打开单位页', code: '单位代码', level: '层级', kind: '类别', shortName: '关工委简称', established: '已建', due: '应建', notEstablished: '应建未建',
  establishedOn: '组建日期', closedOn: '撤销日期', address: '地址', phone: '电话', foundingDocument: '成立文号', successor: '并入', staff: '在任人员',
  staffCounts: (fullTime: number, partTime: number) => `专职 ${fullTime} 人，兼职 ${partTime} 人`, notGiven: '未填',
  relocating: '单位刚有变动，各类记录正在转到新的代码之下，稍后刷新即可看到。', changes: '变更记录', formerStates: '历任名称与隶属', until: '至',
  asOf: '查看某日的组织关系', posts: '领导班子', rules: '制度', noPosts: '还没有设置职务', noRules: '还没有登记制度', noChanges: '还没有变更记录',
  vacantFor: (days: number) => `空缺 ${days} 天`, since: '自', untilWord: '至', fullTime: '专职', partTime: '兼职', holder: '任职人', title: '职务', status: '状态',
  act: '办理变更', addBelow: '新建下级单位', correct: '更正资料', rename: '更名', establish: '登记组建', disestablish: '改为未建', move: '移到另一上级', merge: '并入另一单位',
  split: '拆分出新单位', close: '撤销单位', reopen: '恢复单位', name: '名称', date: '日期', reason: '原因', newParent: '新的上级', intoUnit: '并入的单位', takeAlong: '划入新单位的下级',
  previewTitle: '将会发生', below: (units: number, open: number) => `下面有 ${units} 个单位（未撤销 ${open} 个）`, holdersBelow: (count: number) => `涉及在任人员 ${count} 人`,
  peopleBelow: (children: number, volunteers: number) => `在册关爱对象 ${children} 人，五老 ${volunteers} 人`,
  newCode: (code: string) => `新代码为 ${code}，原代码保留不再使用；各类记录随后自动转入，统计数字按日期留在原处`, mergeAfter: '下级单位改属并入的单位，人员与权限随之转移；原单位撤销并保留历史',
  done: '已保存', createPosts: '设置职务', seats: '人数', fromOn: '设置日期', appoint: '任职', endTerm: '卸任', closePost: '撤销职务', personName: '姓名',
  termFrom: '任职日期', termDue: '届满日期', termUntil: '卸任日期', ending: '卸任方式', terms: '历任',
  expired: '届满', resigned: '辞任', transferred: '调离', removed: '免职', deceased: '去世', unitClosed: '单位撤销', addRule: '登记制度', ruleTitle: '制度名称', issuedOn: '印发日期',
  endRule: '废止', endedOn: '废止日期', vacanciesLead: '按空缺时间从长到短。', vacantSince: '空缺起始', noVacancies: '没有空缺', noVacanciesLead: '范围内的职务都有人在任。',
  unit: '单位', rateLead: '应建与已建来自单位登记，按今天计算；下面各行含该单位及其全部下级，点数字可看统计的单位。', byLevel: '按层级和类别', sort: '层级或类别', sortWords: { ...levelWords, ...kindWords },
  byUnit: '按下级单位', rate: '组建率', searchUnits: '名称、拼音、首字母或代码',
  list: '单位列表', state: '状态', stateOpen: '未撤销', stateClosed: '已撤销', exportUnits: '导出单位', exportPosts: '导出班子', exchange: '导入、导出',
  importUnits: '导入单位', importPosts: '导入班子', needed: (label: string) => `请填写${label}`, kindWords, changeWords, sortOf,
}, {
  units: 'Organisation', unitsLead: 'Committees at all levels, and units that should have one. '
    + 'Choose a unit to see its leadership, rules and changes.', tree: 'Tree', foundingRate: 'Founding rate', vacancies: 'Vacancies',
  open: 'Open unit', code: 'Unit code', level: 'Level', kind: 'Kind', shortName: 'Short name', established: 'Established', due: 'Due',
  notEstablished: 'Not yet founded',
  establishedOn: 'Founded on', closedOn: 'Closed on', address: 'Address', phone: 'Phone', foundingDocument: 'Founding document',
  successor: 'Merged into', staff: 'People in office',
  staffCounts: (fullTime: number, partTime: number) => `${fullTime} full-time, ${partTime} part-time`, notGiven: 'not given',
  relocating: 'The unit has just changed; its records are following to the new code. Reload in a moment.', changes: 'Changes',
  formerStates: 'Former names and places', until: 'until',
  asOf: 'As of a day', posts: 'Leadership team', rules: 'Standing rules', noPosts: 'No posts yet', noRules: 'No rules yet', noChanges: 'No changes yet',
  vacantFor: (days: number) => `vacant for ${days} days`, since: 'since', untilWord: 'until', fullTime: 'full-time', partTime: 'part-time',
  holder: 'Holder', title: 'Post', status: 'Status',
  act: 'Change', addBelow: 'Add a unit below', correct: 'Correct details', rename: 'Rename', establish: 'Record founding',
  disestablish: 'Mark as not founded', move: 'Move', merge: 'Merge into another',
  split: 'Split', close: 'Close', reopen: 'Reopen', name: 'Name', date: 'Date', reason: 'Reason', newParent: 'New parent', intoUnit: 'Into',
  takeAlong: 'Units to take along',
  previewTitle: 'What will happen', below: (units: number, open: number) => `${units} units below (${open} open)`, holdersBelow: (count: number) =>
  `${count} people in office`,
  peopleBelow: (children: number, volunteers: number) => `${children} registered children, ${volunteers} volunteers`,
  newCode: (code: string) => `New code ${code}; the old one is kept and never reused. Records follow by themselves, figures stay with their day.`,
  mergeAfter: 'Units below move to the other one, people and rights go along; the unit closes and keeps its history.',
  done: 'Saved', createPosts: 'Set up posts', seats: 'Seats', fromOn: 'From', appoint: 'Appoint', endTerm: 'End term', closePost: 'Close post',
  personName: 'Name',
  termFrom: 'From', termDue: 'Due to end', termUntil: 'Last day', ending: 'How', terms: 'Holders',
  expired: 'expired', resigned: 'resigned', transferred: 'transferred', removed: 'removed', deceased: 'deceased', unitClosed: 'unit closed',
  addRule: 'Add rule', ruleTitle: 'Title', issuedOn: 'Issued on',
  endRule: 'Repeal', endedOn: 'Repealed on', vacanciesLead: 'The longest vacant first.', vacantSince: 'Vacant since', noVacancies: 'No vacancies',
  noVacanciesLead: 'Every post in range is held.',
  unit: 'Unit', rateLead: 'Counted today from the register of units; each row includes all units below; a number opens the units it counts.',
  byLevel: 'By level and kind',
  sort: 'Level or kind', sortWords: { ...englishLevels, ...englishKinds },
  byUnit: 'By unit below', rate: 'Rate', searchUnits: 'Name, pinyin, initials or code',
  list: 'Units', state: 'State', stateOpen: 'open', stateClosed: 'closed', exportUnits: 'Export units', exportPosts: 'Export posts', exchange: 'Import, export',
  importUnits: 'Import units', importPosts: 'Import posts',
  needed: (label: string) => `Please fill in: ${label}`, kindWords: englishKinds, changeWords: englishChanges, sortOf: englishSort,
})
