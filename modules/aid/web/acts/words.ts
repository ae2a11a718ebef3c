import { defineWords } from '#platform/ui/words.ts'

/** What the forms and pages of acts of aid say. */
export const actWords = defineWords({
  title: (child: string) => `帮扶：${child}`, shares: '出资方', share: (number: number) => `第${number}方`, addShare: '再加一方', removeShare: '去掉这一方', form: '给什么',
  payerKind: '出资方类别', payerName: '出资方名称', payerHint: '个人的姓名加密保存，签收单上写“爱心人士”。', amount: '金额', value: '折价', item: '名称', serviceItem: '服务内容', quantity: '数量',
  countedIn: '单位', minutes: '时长（分钟）', times: '次数', isCourtesyCall: '慰问时给予（如节日慰问）', words: '说明（可不填）', wordsHint: '加密保存。', forNeed: '对应的需求', forWish: '对应的微心愿',
  give: '登记已给予', giveTitle: '登记已给予', givenOn: '给予日期', giveLead: '登记后计入统计，出资方不能再改。', receive: '登记签收', receivedOn: '签收日期', proof: '凭据', signedBy: '谁签的名',
  witnessOne: '见证人一', witnessTwo: '见证人二', unwantedReason: '家里为什么不愿签收', proofHint: '不要求拍照。家里不愿签字的，填两位见证人或写明原因。', void: '作废', voidTitle: '作废这次帮扶？',
  voidLead: '作废后记录仍可查看，不再计入统计；对应的需求重新等待帮扶。原因里请不要写姓名。', voidPresets: ['登记错了', '重复登记', '帮扶没有进行'], join: '增加出资方', step: '退出',
  stepTitle: '这一方退出？', stepLead: '退出的份额保留在记录里，不计入合计。', stepped: (day: string) => `${day} 退出`, print: '签收单', printNamed: '签收单（含姓名住址）', scan: '附上签收单扫描件',
  openScan: '打开扫描件（留痕）', receipt: '签收', signed: '签名人', witnesses: '见证人', unwanted: '不愿签收的原因', someone: '个人（已加密）', nothingSaid: '没有写说明', voided: '作废',
  offeredBy: '登记', notYet: '还没有', scanHint: '照片或 PDF，加密保存。', measured: (times: number | null, minutes: number | null) => (
    [times === null ? '' : `${times}次`, minutes === null ? '' : `${minutes}分钟`].filter(Boolean).join('，')),
}, {
  title: (child: string) => `Aid: ${child}`, shares: 'Payers', share: (number: number) => `Payer ${number}`, addShare: 'Add a payer',
  removeShare: 'Remove this payer',
  form: 'What is given', payerKind: 'Kind of payer', payerName: 'Name of payer',
  payerHint: 'A person’s name is sealed; the sheet says “a kind person”.', amount: 'Amount', value: 'Value', item: 'Goods', serviceItem: 'Service',
  quantity: 'Quantity', countedIn: 'Counted in', minutes: 'Minutes', times: 'Times', isCourtesyCall: 'Given at a courtesy call (such as before a festival)',
  words: 'Note (may be left out)', wordsHint: 'Sealed.', forNeed: 'Need', forWish: 'Wish', give: 'Record as given', giveTitle: 'Record as given',
  givenOn: 'Given on', giveLead: 'It counts from then on; payers cannot change any more.', receive: 'Record receipt', receivedOn: 'Received on', proof: 'Proof',
  signedBy: 'Who signed', witnessOne: 'First witness', witnessTwo: 'Second witness', unwantedReason: 'Why the family wanted neither',
  proofHint: 'No photograph is asked for. Where the family does not want to sign, name two witnesses or give the reason.', void: 'Void',
  voidTitle: 'Void this act of aid?', voidLead: 'It stays readable and counts no more; its need waits again. Do not write a name into the reason.',
  voidPresets: ['Recorded by mistake', 'Recorded twice', 'Did not take place'], join: 'Add a payer', step: 'Step back', stepTitle: 'Does this payer step back?',
  stepLead: 'The share stays on record and is not added up.', stepped: (day: string) => `stepped back on ${day}`, print: 'Handover sheet',
  printNamed: 'Handover sheet (name and address)', scan: 'Attach the scanned sheet', openScan: 'Open the scan (recorded)', receipt: 'Receipt',
  signed: 'Signed by',
  witnesses: 'Witnesses', unwanted: 'Why none was wanted', someone: 'a person (sealed)', nothingSaid: 'no note', voided: 'Voided', offeredBy: 'Recorded',
  notYet: 'not yet', scanHint: 'A photograph or a PDF; kept sealed.', measured: (times: number | null, minutes: number | null) => (
    [times === null ? '' : `${times} times`, minutes === null ? '' : `${minutes} minutes`].filter(Boolean).join(', ')),
})
