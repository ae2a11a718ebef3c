import { defineWords } from '#platform/ui/words.ts'

type Hotline = { number: string; name: string; purpose: string }

/** The public numbers for who reads no Chinese; one that was added since reads as the data have it. */
const englishHotlines: Readonly<Record<string, Omit<Hotline, 'number'>>> = {
  110: { name: 'Police', purpose: 'The child is being harmed or in danger: call this number first' },
  120: { name: 'Ambulance', purpose: 'the child is injured, poisoned or unconscious' },
  119: { name: 'Fire and rescue', purpose: 'fire, trapped, in the water' },
  12345: { name: 'Government service line', purpose: 'to reach civil affairs or education; help with the protection of minors' },
  12349: { name: 'Civil affairs line', purpose: 'no guardian, nobody cares, temporary guardianship' },
  12355: { name: 'Youth service', purpose: 'psychological help, legal advice' },
}

/** Words of reporting harm: the card, the numbers to call, the form. Situations and numbers are data, in the wording of the law. */
export const reportWords = defineWords({
  hotlineOf: ({ name, purpose }: Hotline) => ({ name, purpose }), situationOf: (_title: string, wording: string) => wording,
  report: '强制报告', cardTitle: '发现孩子受到伤害', cardLead: '正在发生危险，先拨110。看到伤痕、无人照料、失踪等情形，马上报告；谁报告的依法保密。',
  pieceTitle: '发现孩子受到伤害？', pieceLead: '正在发生危险，先拨110。谁报告的依法保密。',
  lead: '发现未成年人遭受或可能遭受侵害，法律要求立即报告。谁报告的只有指定人员知道。', form: '报告', filed: '报告已送出', numberWord: '编号 ',
  filedAt: (at: string) => `，${at}。请记下编号，补充情况时再报一份并写上它。`, told: (count: number) => `已通知 ${count} 位指定人员。超时无人查看，系统会自动向上催办。`,
  nobodyToldYet: '本单位和上级还没有人负责接收报告。请直接拨打110，并当面告诉关工委领导。', notShownAgain: '为保护孩子和报告人，这里不再显示报告内容。', goHome: '回首页',
  dialFirst: (number: string) => `先拨 ${number}`, dialLead: (purpose: string) => `${purpose}。电话里讲清孩子在哪里、发生了什么；打完再填下面的报告。`, otherNumbers: '其他求助电话',
  situations: '属于哪种情形', description: '孩子是谁', place: '在哪里', seenAt: '什么时候发现的', seen: '看到、听到了什么', toldAlready: '已经报告过谁',
  reporterPhone: '您的联系电话', withheld: '不要告知', submit: '提交报告', situationNeeded: '请至少选一种情形；拿不准就选最后一种。', childWord: '孩子：',
  descriptionLead: '不知道姓名就写年龄、衣着、和谁在一起。加密保存。', descriptionNeeded: '请写清怎样能认出或找到孩子。', seenLead: '写事实，不必判断真假。加密保存。',
  seenNeeded: '请写看到或听到了什么。', phoneLead: '方便核实，可不填；只有指定人员能看到。', toldLegend: '已经报告', toldTo: '报告给', choose: '请选择。', toldAt: '报告时间',
  contact: '接报人员', contactNeeded: '请写谁接的报告，如“110接线员”。', receipt: '回执或接警编号', removeTold: '去掉这一条', addTold: '我已经报过110或其他部门',
  nobodyResponsible: '本单位和上级还没有人负责接收报告：请务必拨打110，并当面告诉关工委领导。报告仍会保存，落实人员后立即送达。',
  willTell: (people: string) => `将立即告知：${people}。`, withheldLead: '这件事与其中某人有关时才选；被选的人看不到这份报告。', withheldHint: '一般不用选',
  momentNeeded: (label: string) => `请填${label}。`, momentAhead: '这个时间还没有到，请核对。',
}, {
  hotlineOf: ({ number, name, purpose }: Hotline) => englishHotlines[number] ?? { name, purpose },
  situationOf: (title: string, wording: string) => `${title} (${wording})`,
  report: 'Report harm', cardTitle: 'A child is being harmed?',
  cardLead: 'Present danger: call 110 first. Injuries, nobody caring, a child missing: report at once. Who reports is kept secret by law.',
  pieceTitle: 'Is this child being harmed?', pieceLead: 'Present danger: call 110 first. Who reports is kept secret by law.',
  lead: 'If a minor is or may be harmed, the law asks you to report at once. Only named people learn who reported.', form: 'Report',
  filed: 'The report is sent', numberWord: 'Number ',
  filedAt: (at: string) => `, ${at}. Please note the number; to add something, report again and mention it.`,
  told: (count: number) => `${count} named ${count === 1 ? 'person has' : 'people have'} been told. If nobody opens it in time, the committee above is told.`,
  nobodyToldYet: 'Nobody in this unit or above receives reports yet. Call 110, and tell a leader of the committee in person.',
  notShownAgain: 'To protect the child and you, the report is not shown here again.', goHome: 'Go to the home page',
  dialFirst: (number: string) => `First call ${number}`,
  dialLead: (purpose: string) => `${purpose}. Say where the child is and what happened; then fill in the report below.`, otherNumbers: 'Other numbers to call',
  situations: 'Which situation', description: 'Who is the child', place: 'Where', seenAt: 'When did you notice', seen: 'What did you see or hear',
  toldAlready: 'Whom have you told', reporterPhone: 'Your phone', withheld: 'Do not tell', submit: 'Send report',
  situationNeeded: 'Choose at least one; if you are not sure, the last.', childWord: 'Child: ',
  descriptionLead: 'If you do not know the name: age, clothes, company. Kept encrypted.',
  descriptionNeeded: 'Please write how the child can be recognised or found.', seenLead: 'Write facts; you need not judge them. Kept encrypted.',
  seenNeeded: 'Please write what you saw or heard.', phoneLead: 'Helps to check, may stay empty; only named people see it.', toldLegend: 'Already told',
  toldTo: 'Told to', choose: 'Please choose.', toldAt: 'When', contact: 'Who took it',
  contactNeeded: 'Please write who took the report, such as “110 operator”.',
  receipt: 'Receipt or police number', removeTold: 'Remove', addTold: 'I have told 110 or another authority',
  nobodyResponsible: 'Nobody in this unit or above receives reports: be sure to call 110, and tell a leader of the committee in person. '
    + 'The report is kept and delivered as soon as somebody is named.',
  willTell: (people: string) => `Will be told at once: ${people}.`,
  withheldLead: 'Only when the matter touches one of them; that person will not see the report.',
  withheldHint: 'Usually nobody', momentNeeded: (label: string) => `Please fill in: ${label}.`, momentAhead: 'This time has not come yet; please check.',
})
