import { defineWords } from '#platform/ui/words.ts'

/** What the pages of gifts say. */
export const giftWords = defineWords({
  lead: '登记后由另一位会计确认到账，确认后才入账、生成查询码。', empty: '这里还没有捐赠', emptyLead: '打开捐赠人，点“登记捐赠”。', toDonors: '去捐赠人', title: (donor: string) => `${donor}的捐赠`, draftTitle: '登记捐赠', editTitle: '修改捐赠',
  edit: '修改', discard: '丢弃', discardTitle: '丢弃这份草稿？', discardLead: '款物没有到账才丢弃；记录保留，不入账。', confirm: '确认到账', confirmLead: '对照银行回单、现金收据或入库单核对后再确认。确认后入账，只能冲销，不能删除。',
  correct: '更正', correctLead: '原来的分录红字冲销，按新的金额和资金重新入账。', move: '改变用途', moveLead: '必须先得到捐赠人同意。还没有用掉的部分转入新的资金，已经用掉的不变。', refund: '退赠', refundLead: '全部分录红字冲销。限定资金已经用掉的不能退。',
  recordReceipt: '登记票据', receiptLead: '公益事业捐赠票据由财政系统开具，这里只登记代码和号码，不打印票据。', trace: '看去向', book: '账套', project: '指定项目', needKind: '指定用途', wish: '捐赠意愿', wishHint: '不写任何人的姓名。', promisedOn: '登记日期', item: '物资或服务名称',
  quantity: '数量', countedIn: '计量单位', valueBasis: '价值依据', receivedOn: '到账日期', channel: '收款方式', account: '收款科目', bankReference: '银行回单号或订单号', place: '存放地点', useBy: '有效期至', onDay: '入账日期', newFund: '新的资金', consentForm: '捐赠人同意的方式', consentOn: '同意日期',
  receiptCode: '票据代码', receiptNumber: '票据号码', receiptOn: '开票日期', receiptHandler: '经办人', traceCode: '查询码', traceCodeHint: '印在感谢信或证书上；凭它不用登录就能看到去向，请只交给捐赠人。', made: '登记人', confirmed: '确认人', left: '库存', changes: '入账记录', designation: '指定', onlyDonor: '从捐赠人页面开始登记捐赠。',
  pieces: (count: number, unit: string) => `${count} ${unit}`, noBooks: '您的范围里还没有启用的账套，请先请会计建立账套和资金。', consent: (form: string, day: string) => `捐赠人${day}以${form}同意`, receiptLine: (code: string, number: string) => `代码 ${code}，号码 ${number}`,
}, {
  lead: 'Recorded here, then confirmed by an accountant: only then it is in the books and has a trace code.', empty: 'No gifts yet', emptyLead: 'Open a donor and choose “Record a gift”.', toDonors: 'Donors',
  title: (donor: string) => `Gift of ${donor}`, draftTitle: 'Record a gift', editTitle: 'Change a gift', edit: 'Change', discard: 'Discard', discardTitle: 'Discard this draft?',
  discardLead: 'Only if nothing arrived. The record stays and is in no books.', confirm: 'Confirm arrival',
  confirmLead: 'Compare with the bank slip, the cash receipt or the stock entry first. It enters the books; from then on it can be reversed, not deleted.', correct: 'Correct',
  correctLead: 'What stands is reversed in red and posted anew with the right amount and fund.', move: 'Change purpose',
  moveLead: 'The donor must have agreed. What is not spent goes to the other fund; what was spent stays.', refund: 'Refund',
  refundLead: 'Every entry is reversed in red. What a restricted fund has spent cannot go back.', recordReceipt: 'Record receipt',
  receiptLead: 'Official receipts are made in the state system; only code and number are recorded here, nothing is printed.', trace: 'Where it went', book: 'Books', project: 'For the project',
  needKind: 'For', wish: 'Wish of the donor', wishHint: 'Nobody’s name, please.', promisedOn: 'Recorded on', item: 'Goods or service', quantity: 'Quantity', countedIn: 'Counted in',
  valueBasis: 'Value taken from', receivedOn: 'Received on', channel: 'Way of payment', account: 'Account', bankReference: 'Bank slip or order number', place: 'Stored at', useBy: 'Use by',
  onDay: 'Day in the books', newFund: 'New fund', consentForm: 'How the donor agreed', consentOn: 'Agreed on', receiptCode: 'Receipt code', receiptNumber: 'Receipt number',
  receiptOn: 'Receipt dated', receiptHandler: 'Handled by', traceCode: 'Trace code',
  traceCodeHint: 'Printed on the letter or certificate; whoever has it sees the trail without signing in. Give it to the donor only.', made: 'Recorded by', confirmed: 'Confirmed by', left: 'In stock',
  changes: 'Entries in the books', designation: 'Designated', onlyDonor: 'Begin on the page of a donor.', pieces: (count: number, unit: string) => `${count} ${unit}`,
  noBooks: 'There are no open books in your range; please ask an accountant to set up books and funds.', consent: (form: string, day: string) => `the donor agreed by ${form} on ${day}`,
  receiptLine: (code: string, number: string) => `code ${code}, number ${number}`,
})
