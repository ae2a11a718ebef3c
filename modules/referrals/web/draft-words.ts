import { defineWords } from '#platform/ui/words.ts'

/** Words of drafting a referral. */
export const draftWords = defineWords({
  startsAtChild: '转介从孩子的档案页发起。', childFile: '孩子的档案', lead: '先存草稿，看过再发出。只有选中的内容会给对方，到期自动关闭。', whatFor: '转给谁、请对方做什么',
  target: '转给', toUnitId: '接收单位', toBodyId: '外部机构', need: '请对方做什么', summary: '情况摘要', fields: '随转的档案内容', accessDays: '对方可查看的天数',
  overrideReason: '没有同意也必须转介的理由', saveDraft: '存草稿', targetUnit: '本平台的单位', targetBody: '部门、医院、学校等外部机构', unitNeeded: '请选择接收单位。', sealed: '加密保存。',
  needNeeded: '请写希望对方做什么。', summaryLead: '对方需要知道的情况，不必写全部。加密保存。', fieldsLead: '只能选您自己有查阅许可的内容；用不到的不要选。',
  fieldsNone: '您还没有查阅许可，不能带档案内容；对方需要时，请先到孩子的档案页“申请查阅完整档案”。',
  noConsent: '监护人还没有同意与他人共享信息。请先登记“信息共享”的同意；确实来不及的，在最后写明理由，报未成年人信息负责人审批。', recordConsent: '去登记同意（另开一页）', reasonNeeded: '请写明理由，或先登记同意。',
  bodyMissing: '名录里没有的，请办公室先', addBody: '添加', bodyMissingEnd: '。', bodyNeeded: '请选择外部机构。', bodyHint: '输入名称查找',
  unitHint: '输入单位名称查找，全市的单位都可以', nothingFound: '没有找到',
}, {
  startsAtChild: 'A referral begins on the page of a child.', childFile: 'The child\'s page',
  lead: 'Save a draft, read it, then send. They see only what you choose, and no longer than you say.', whatFor: 'To whom, and for what',
  target: 'Refer to', toUnitId: 'Unit', toBodyId: 'Outside body', need: 'What they are asked to do', summary: 'Summary', fields: 'Enclosure from the file',
  accessDays: 'Days they may read it', overrideReason: 'Why it must go without consent',
  saveDraft: 'Save draft', targetUnit: 'A unit on this platform',
  targetBody: 'A department, hospital, school or other outside body', unitNeeded: 'Please choose a unit.', sealed: 'Kept encrypted.',
  needNeeded: 'Please write what they are asked to do.', summaryLead: 'What they need to know, not everything. Kept encrypted.',
  fieldsLead: 'Only what your own access approval covers; leave out what is not needed.',
  fieldsNone: 'You have no approval yet, so nothing of the file can go along; if they need it, ask for it first on the child\'s page.',
  noConsent: 'No guardian has agreed to sharing with others. Record a consent to sharing first; '
    + 'if there is really no time, write the reason at the end for a guardian officer to decide.',
  recordConsent: 'Record consent (opens beside)', reasonNeeded: 'Please write the reason, or record a consent first.',
  bodyMissing: 'If it is not listed, ask the office to ',
  addBody: 'add it', bodyMissingEnd: ' first.', bodyNeeded: 'Please choose an outside body.', bodyHint: 'Type a name',
  unitHint: 'Type the name of a unit, anywhere in the city', nothingFound: 'Nothing found',
})

/** Words of the directory of outside bodies. */
export const directoryWords = defineWords({
  bodies: '外部机构', lead: '全市共用的转介对象名录：部门、医院、学校等。', add: '添加机构', correct: '更正', correctBody: '更正机构', kind: '类别', closed: '停用', onlyClosed: '只看停用',
  name: '名称', contact: '联系部门', phone: '电话', address: '地址', acts: '操作', emptyTitle: '名录里还没有机构', emptyLead: '添加医院、学校或部门后，就可以转介给它们。',
  fullName: '全称', contactLong: '联系部门或岗位', officePhone: '办公电话', nameNeeded: '请填全称。', closedLong: '停用（不再转介到这里）',
}, {
  bodies: 'Outside bodies', lead: 'The city\'s directory of whom children are referred to: departments, hospitals, schools and others.', add: 'Add a body',
  correct: 'Correct', correctBody: 'Correct a body', kind: 'Kind', closed: 'No longer used', onlyClosed: 'only these',
  name: 'Name', contact: 'Contact', phone: 'Phone', address: 'Address', acts: 'Actions', emptyTitle: 'The directory is empty',
  emptyLead: 'Add hospitals, schools or departments, then children can be referred to them.',
  fullName: 'Full name', contactLong: 'Department or post to ask for', officePhone: 'Office phone', nameNeeded: 'Please fill in the full name.',
  closedLong: 'No longer used (nothing is referred here)',
})
