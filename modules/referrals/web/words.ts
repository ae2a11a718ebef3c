import type { fileFields } from '#modules/children/contract.ts'
import { defineWords } from '#platform/ui/words.ts'
import { labelInEnglish } from '#platform/values/mask.ts'
import { bodyWords, overrideWords, partyWords, relationWords, statusWords } from '../rules/words.ts'

type FileField = (typeof fileFields)[number]

/** How the fields of a file read. */
const fieldWords: Readonly<Record<FileField, string>> = {
  name: '姓名', idNumber: '证件号码', birthOn: '出生日期', phone: '联系电话', address: '住址', school: '学校', health: '健康情况', guardians: '监护人',
}
const englishFields: typeof fieldWords = {
  name: 'name', idNumber: 'identity number', birthOn: 'date of birth', phone: 'phone', address: 'address', school: 'school', health: 'health',
  guardians: 'guardians',
}
const englishRelations: typeof relationWords = {
  father: 'father', mother: 'mother', grandfather: 'grandfather (paternal)', grandmother: 'grandmother (paternal)',
  'maternal-grandfather': 'grandfather (maternal)', 'maternal-grandmother': 'grandmother (maternal)', sibling: 'brother or sister', kin: 'other kin',
  foster: 'foster family', institution: 'welfare institution', other: 'other',
}

/** Words of 转介: the list, the page and its acts, the child's piece. */
export const words = defineWords({
  statusWords, partyWords, bodyWords, overrideWords, fieldWords, relationWords, guardianOf: (relation: string) => `监护人（${relation}）`, overdue: '答复逾期',
  referrals: '转介', refer: '转介', lead: '请另一个单位、部门、医院或学校帮助孩子。新的转介从孩子的档案页发起；整个档案换单位请用', transfers: '儿童转接', leadEnd: '。', directory: '外部机构名录',
  child: '儿童', status: '状态', from: '转出单位', to: '接收方', sent: '发出', notSent: '未发出', answerDue: '答复期限', direction: '方向', answer: '答复',
  isOverdue: '已逾期', noReferrals: '这里还没有转介', noReferralsLead: '打开孩子的档案，点“转介”，选择接收方和随转内容。', toChildren: '去关爱对象',
  referralOf: (child: string) => `转介：${child}`, childSaid: (label: string) => label,
  facts: '转介情况', fromOf: (unit: string, author: string) => `${unit}（${author}拟）`, carries: '随转内容',
  carriesNothing: '不带档案内容', sentOf: (day: string, due: string) => `${day}，请于 ${due} 前答复`, openUntil: '可查看到', daysAfterSending: (days: number) => `发出后${days}天`,
  ended: '结束', overrideBy: '例外审批', decidedBy: (name: string, answer: string | null) => `${name}${answer === null ? '' : `：${answer}`}`,
  waits: {
    OVERRIDE_PENDING: '还不能发出：没有监护人同意，正等未成年人信息负责人审批。批准后，或登记了监护人的“信息共享”同意后，这里会出现“发出”。',
    OVERRIDE_REJECTED: '例外没有获批，不能发出。登记监护人的“信息共享”同意后即可发出，或撤回这份草稿。',
    CONSENT_MISSING: '还不能发出：监护人的“信息共享”同意已撤回或到期。重新登记同意后即可发出；必须在没有同意时转介的，请撤回这份，另拟一份并写明理由报批。',
  },
  takePaperBack: (to: string) => `转介已撤回。转介函如已送出，请通知${to}停止使用，并收回或请对方销毁。`,
  rejectedNext: '对方没有接收。原因在下面“需求、随转内容和答复”里；孩子仍需帮助的，请另拟一份，转给别处。', referAgain: '再拟一份转介', theyRejectLead: '请写明对方说的原因和建议找谁。',
  toConsents: '去登记同意', enclosure: '需求、随转内容和答复', open: '打开（留痕）',
  sealedLead: '加密保存，打开会留下查阅记录。', need: '需求', summary: '情况摘要', overrideReason: '例外理由', answerNote: '答复说明', result: '办理结果',
  inFile: '档案内容请在孩子的档案页按许可打开。', notGiven: '没有登记', noPhone: '没有电话',
  pieceEmpty: '还没有转介。需要医院、学校、部门或其他单位帮助时，从这里发起。', pieceOf: (to: string, day: string | null) => `转给${to}${day ? `，${day} 发出` : ''}`,
  letter: '下载转介函', revoke: '撤回', rejectOverride: '不批准', approveOverride: '批准例外', approve: '批准', accept: '接收', reject: '不接收',
  theyAccept: '对方已接收', theyReject: '对方不接收', finish: '办结', send: '发出', approveTitle: '批准没有同意的转介？', rejectOverrideTitle: '不批准这个例外？',
  overrideLead: '请先打开看理由。批准后，拟稿人可以在没有监护人同意的情况下把所选内容发给对方；决定会留痕。',
  rejectOverrideLead: '请先打开看理由。拟稿人会收到消息，登记监护人的“信息共享”同意后可以发出，或撤回草稿。', wordsForAuthor: '给拟稿人的话（可不写）', reasonForAuthor: '不批准的理由',
  wordsLead: '拟稿人在转介页和消息里看到，请不要写孩子的姓名。', rejectOverridePresets: ['请先联系监护人，登记同意', '理由不充分，请补充后另拟'] as readonly string[],
  acceptTitle: (act: string) => `${act}这份转介？`,
  theyAcceptLead: '登记对方已同意接收。', acceptLead: '接收后由本单位办理，办完请登记结果。', rejectTitle: (act: string) => `${act}？`,
  rejectPresets: ['不属于我单位职责', '目前没有条件办理'] as readonly string[], rejectLead: '请写明原因和建议找谁，转出单位会看到。', toThem: '加密保存，对方打开后看到。', revokeTitle: '撤回这份转介？',
  revokePresets: ['情况已解决', '转错单位', '监护人要求'] as readonly string[], revokeLead: '撤回后对方不能再查看随转内容。原因会告诉对方，请不要写孩子的姓名。',
  sendTitle: '发出转介？', sendLead: (to: string) => `所选内容会从档案取出，加密交给${to}。`,
  sendToBody: (to: string) => `所选内容会从档案取出，写进给${to}的转介函。发出后请下载转介函送达，并登记对方答复。`,
  sendToUnit: '对方会立即收到提醒。', resultLead: '加密保存，双方可见。', resultNeeded: '请写办理结果。',
}, {
  statusWords: { draft: 'draft', sent: 'waiting for an answer', accepted: 'accepted', rejected: 'not accepted', revoked: 'withdrawn', done: 'done' },
  partyWords: { sender: 'outgoing', receiver: 'incoming' },
  bodyWords: { department: 'department', hospital: 'hospital', school: 'school', other: 'other body' },
  overrideWords: { pending: 'no consent, to be decided', approved: 'no consent, approved', rejected: 'no consent, not approved' }, fieldWords: englishFields,
  relationWords: englishRelations, guardianOf: (relation: string) => `guardian: ${relation}`,
  overdue: 'answer overdue', referrals: 'Referrals', refer: 'Refer',
  lead: 'Ask another unit, a department, a hospital or a school to help a child. A referral begins on the child\'s page; '
    + 'to move the whole record to another unit use ', transfers: 'child transfers', leadEnd: '.', directory: 'Outside bodies',
  child: 'Child', status: 'Status', from: 'From', to: 'To', sent: 'Sent', notSent: 'not sent', answerDue: 'Answer due', direction: 'Direction',
  answer: 'Answer',
  isOverdue: 'overdue', noReferrals: 'No referrals here', noReferralsLead: 'Open a child, choose “Refer”, then whom to ask and what goes along.',
  toChildren: 'Go to children', referralOf: (child: string) => `Referral: ${labelInEnglish(child)}`, childSaid: labelInEnglish, facts: 'Referral',
  fromOf: (unit: string, author: string) => `${unit} (drafted by ${author})`, carries: 'Enclosure', carriesNothing: 'nothing of the file',
  sentOf: (day: string, due: string) => `${day}, answer due by ${due}`, openUntil: 'Open until',
  daysAfterSending: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} after sending`,
  ended: 'Ended', overrideBy: 'Exception decided by', decidedBy: (name: string, answer: string | null) => `${name}${answer === null ? '' : `: ${answer}`}`,
  waits: {
    OVERRIDE_PENDING: 'It cannot be sent yet: there is no consent of a guardian, and an officer for minors’ data has to decide. '
      + 'Once approved, or once a consent to sharing is recorded, “Send” stands here.',
    OVERRIDE_REJECTED: 'The exception was not approved. Record a guardian’s consent to sharing and send it, or withdraw this draft.',
    CONSENT_MISSING: 'It cannot be sent yet: the guardian’s consent to sharing was withdrawn or has run out. Record a new consent and send it; '
      + 'if it must go without one, withdraw this draft and write another with the reason.',
  },
  takePaperBack: (to: string) => `The referral is withdrawn. If the letter was delivered, tell ${to} to use it no more, and take it back or have it destroyed.`,
  rejectedNext: 'They did not accept. Their reason stands below; if the child still needs help, write another referral to somebody else.',
  referAgain: 'Write another', theyRejectLead: 'Please write the reason they gave, and whom they suggest to ask.',
  toConsents: 'Record the consent', enclosure: 'Need, enclosure and answer',
  open: 'Open (leaves a trace)', sealedLead: 'Kept encrypted; opening leaves a trace.', need: 'Need', summary: 'Summary',
  overrideReason: 'Reason for the exception', answerNote: 'Answer', result: 'Result',
  inFile: 'Open the file itself on the child\'s page, as your approval allows.',
  notGiven: 'not given', noPhone: 'no phone', pieceEmpty: 'No referral yet. Begin one here when a hospital, school, department or other unit should help.',
  pieceOf: (to: string, day: string | null) => `To ${to}${day ? `, sent ${day}` : ''}`,
  letter: 'Download letter', revoke: 'Withdraw', rejectOverride: 'Do not approve', approveOverride: 'Approve exception', approve: 'Approve', accept: 'Accept',
  reject: 'Do not accept', theyAccept: 'They accept', theyReject: 'They do not accept', finish: 'Finish', send: 'Send',
  approveTitle: 'Approve a referral without consent?', rejectOverrideTitle: 'Not approve this exception?',
  overrideLead: 'Open it and read the reason first. If you approve, the author may send the enclosure without a guardian\'s consent; the decision is kept.',
  rejectOverrideLead: 'Open it and read the reason first. The author is told, and may record a guardian’s consent and send it, or withdraw the draft.',
  wordsForAuthor: 'Words for the author (optional)', reasonForAuthor: 'Why not',
  wordsLead: 'The author reads it on the page and in the notice. No child’s name, please.',
  rejectOverridePresets: ['Please ask the guardian for a consent first', 'Please draft it anew with more reasons'],
  acceptTitle: (act: string) => `${act}: this referral?`, theyAcceptLead: 'Records that they agreed to take it.',
  acceptLead: 'Your unit then takes care of it; please record the result at the end.', rejectTitle: (act: string) => `${act}?`,
  rejectPresets: ['Not our responsibility', 'We cannot do it at present'],
  toThem: 'Kept encrypted; the other side reads it when it opens this.',
  rejectLead: 'Please write why, and whom to ask instead; the sending unit will see it.', revokeTitle: 'Withdraw this referral?',
  revokePresets: ['Settled meanwhile', 'Wrong unit', 'The guardian asks for it'],
  revokeLead: 'They can then no longer see the enclosure. They are told the reason: please do not write the child\'s name.', sendTitle: 'Send the referral?',
  sendLead: (to: string) => `What you chose is taken from the file and handed over to ${to}, encrypted. `,
  
  sendToBody: (to: string) => `What you chose is taken from the file into a letter to ${to}. Then download the letter, deliver it, and record their answer.`,
  sendToUnit: 'They are told at once.',
  resultLead: 'Kept encrypted, seen by both sides.', resultNeeded: 'Please write the result.',
})
