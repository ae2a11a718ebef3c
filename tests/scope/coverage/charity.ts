import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['charity-worker', 'charity-head', 'accountant', 'finance-reviewer', 'cashier'] as const
const writers = ['charity-worker', 'charity-head'] as const
const accountants = ['accountant'] as const
const heads = ['charity-head'] as const
const hands: Partial<Record<WriteEntry['roles'][number], string>> = {
  'charity-worker': '金专员', accountant: '许会计', 'charity-head': '施理事长', donor: '梁经理',
}
const write = (roles: WriteEntry['roles'], ids: Record<string, string>, more: Record<string, unknown> = {}, version?: string): WriteEntry => ({
  walk: 'write', roles, ids, by: hands[roles[0] ?? 'accountant'] ?? '许会计', at: '试验市',
  input: async (given, look) => ({ ...more, ...version === undefined ? {} : { version: await look(version, given['id'] ?? '') } }),
})
const scan = () => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg')
const gift = { form: 'money', amount: '100', promisedOn: '2026-03-16' }
const promise = { kind: 'agreement', title: '两年助学', signedOn: '2026-03-02', purpose: '助学', instalments: [{ dueOn: '2026-09-01', amount: '100' }] }
const campaign = { name: '春天助学', purpose: '助学', startsOn: '2026-05-01', endsOn: '2026-06-30', area: '本地', leaderName: '试验', officeAddress: '中心路1号',
  ways: '转账', bankAccount: '银行', beneficiaries: '学生', usePlan: '学费', cost: '0', surplusRule: '转入同类项目' }
const why = 'what the public may see, without anybody who could be recognised'

/** 捐赠与资金去向: everything is entered by a donor, a gift or a fund in range; the public enters by a code. */
export const charityCoverage: Coverage = {
  'charity.listDonors': { walk: 'list', roles: readers, of: 'donor' },
  'charity.searchDonors': { walk: 'list', roles: readers, of: 'donor' },
  'charity.findTwinDonors': { walk: 'range', roles: readers, inputs: [{ name: '钟老师' }, { phone: '13700001111' }], why: 'donors of the range alone' },
  'charity.getDonor': { walk: 'one', roles: readers, ids: { id: 'donor' } },
  'charity.registerDonor': write(writers, { unit: 'unitcode' }, { kind: 'person', name: '岑先生', phone: '13700002222' }),
  'charity.updateDonor': { ...write(writers, { id: 'donor' }, { name: '岑女士' }, 'donor'), inTheEnd: { status: 410, why: 'the donor left no name' } },
  'charity.openDonor': {
    ...write(['charity-worker', 'charity-head', 'accountant'], { id: 'donor' }), inTheEnd: { status: 410, why: 'the donor left no name' },
  },
  'charity.listTwinsOfDonor': { walk: 'one', roles: writers, ids: { id: 'donor' } },
  'charity.mergeDonors': { ...write(writers, { id: 'donor', twinId: 'donor' }, { twinVersion: 1, reason: '同一人' }, 'donor'),
    inTheEnd: { status: 409, why: 'the donor left no name' } },
  exportDonors: { walk: 'range', roles: readers, inputs: [{}], why: 'donors of the range, masked' },
  exportGifts: {
    walk: 'range', roles: readers, inputs: [{}], why: 'gifts of the range', filters: { donorId: 'donor', fundId: 'openfund', bookId: 'book' },
  },
  'charity.listGivingBooks': { walk: 'range', roles: readers, inputs: [{}], why: 'sets of books of the range' },
  'charity.listGifts': { walk: 'list', roles: readers, of: 'gift', filters: { donorId: 'donor', fundId: 'openfund', bookId: 'book' } },
  'charity.getGift': { walk: 'one', roles: readers, ids: { id: 'gift' } },
  'charity.draftGift': write(writers, { bookId: 'book', donorId: 'donor', fundId: 'openfund', agreementId: 'agreement', campaignId: 'filedcampaign' },
    { ...gift, instalment: 2 }),
  'charity.updateGift': write(writers, { id: 'gift', fundId: 'openfund', agreementId: 'agreement', campaignId: 'filedcampaign' }, { ...gift, instalment: 2 },
    'gift'),
  'charity.discardGift': write(writers, { id: 'gift' }, {}, 'gift'),
  'charity.confirmGift': write(accountants, { id: 'gift', accountId: 'bankaccount' }, { receivedOn: '2026-03-09', channel: 'bank', bankReference: 'HD1' },
    'gift'),
  'charity.correctGift': write(accountants, { id: 'confirmedgift', fundId: 'openfund' }, { amount: '90', onDay: '2026-03-10', reason: '录错' }, 'confirmedgift'),
  'charity.changePurpose': write(accountants, { id: 'confirmedgift', fundId: 'restrictedfund' },
    { onDay: '2026-03-10', consentForm: 'letter', consentOn: '2026-03-10', reason: '项目已结束' }, 'confirmedgift'),
  'charity.refundGift': write(accountants, { id: 'confirmedgift' }, { onDay: '2026-03-10', reason: '撤回' }, 'confirmedgift'),
  'charity.recordReceipt': write(writers, { id: 'confirmedgift' },
    { receiptCode: '51010126', receiptNumber: '00000001', receiptOn: '2026-03-10', receiptHandler: '金专员' }, 'confirmedgift'),
  'charity.handOutGoods': write(writers, { id: 'goodsgift', unit: 'unitcode' }, { onDay: '2026-03-10', quantity: 1, children: 1, households: 1 }, 'goodsgift'),
  'charity.listPayChannels': { walk: 'range', roles: readers, inputs: [{}], why: 'ways of the city in which money comes; no rows' },
  'charity.openCharge': { ...write(writers, { id: 'gift' }, {}, 'gift'), inTheEnd: { status: 409, why: 'no merchant is set up' } },
  'charity.getOwnPage': { walk: 'plain', roles: ['donor'], why: 'only about the donor whose account asks' },
  'charity.listOwnGifts': { walk: 'plain', roles: ['donor'], why: 'only about the donor whose account asks' },
  'charity.getOwnTrail': { walk: 'one', roles: ['donor'], ids: { id: 'confirmedgift' } },
  'charity.orderOwnGift': {
    ...write(['donor'], { fundId: 'openfund' }, { amount: '1' }), inTheEnd: { status: 404, why: 'a donor names the publication, never the fund' },
  },
  'charity.claimOwnWish': {
    ...write(['donor'], { id: 'publishedwish' }), inTheEnd: { status: 404, why: 'a donor names the publication, never the wish' },
  },
  'charity.releaseOwnClaim': {
    ...write(['donor'], { id: 'publishedwish' }, { reason: 'no-time' }), inTheEnd: { status: 404, why: 'a donor names the own claim, never the wish' },
  },
  'charity.getBillGround': { walk: 'range', roles: readers, inputs: [{}], why: 'funds of the books of the merchant; the city has none' },
  'charity.listChannelBills': { walk: 'range', roles: readers, inputs: [{}], why: 'bills of the range' },
  'charity.loadChannelBill': {
    walk: 'write', roles: accountants, ids: { fundId: 'openfund' }, by: '许会计', at: '试验市', inTheEnd: { status: 409, why: 'no merchant is set up' },
    input: () => ({ file: new File(['交易时间\n'], '账单.csv'), billedOn: '2026-03-15' }),
  },
  'charity.withdrawChannelBill': write(accountants, { id: 'channelbill' }, { reason: '导错了文件' }),
  'charity.listBillDifferences': { walk: 'range', roles: readers, inputs: [{}, { status: 'settled' }], why: 'differences of the range' },
  'charity.settleBillDifference': write(accountants, { id: 'billdifference' }, { note: '别的系统的收款' }),
  'charity.getGivingSettings': { walk: 'plain', roles: heads, why: 'what holds for the whole city; no rows' },
  'charity.setBankTransfer': write(heads, {}, { text: '户名：试验基金会', before: null }),
  'charity.setContact': write(heads, {}, { text: '电话：中心路1号', before: null }),
  'charity.linkDonor': { ...write(writers, { id: 'donor' }, { signInName: 'liang' }, 'donor'), inTheEnd: { status: 409, why: 'the donor is anonymous' } },
  'charity.listAgreements': { walk: 'list', roles: readers, of: 'agreement', filters: { donorId: 'donor' } },
  'charity.getAgreement': { walk: 'one', roles: readers, ids: { id: 'agreement' } },
  'charity.recordAgreement': write(writers, { donorId: 'donor', fundId: 'openfund' }, promise),
  'charity.updateAgreement': write(writers, { id: 'agreement', fundId: 'openfund' }, promise, 'agreement'),
  'charity.endAgreement': write(writers, { id: 'agreement' }, { reason: '企业停产' }, 'agreement'),
  exportAgreement: { walk: 'one', roles: ['charity-worker', 'charity-head', 'accountant'], ids: { id: 'agreement' } },
  exportGiftLetter: { walk: 'one', roles: ['charity-worker', 'charity-head', 'accountant'], ids: { id: 'confirmedgift' } },
  exportGiftCertificate: { walk: 'one', roles: ['charity-worker', 'charity-head', 'accountant'], ids: { id: 'confirmedgift' } },
  'charity.listQualifications': { walk: 'range', roles: readers, inputs: [{}], why: 'qualifications of the range' },
  'charity.recordQualification': write(heads, { bookId: 'book' }, { number: '公募2', grantedOn: '2026-01-01', source: '证书原件' }),
  'charity.attachQualificationScan': { ...write(heads, { id: 'qualification' }), input: () => ({ file: scan() }) },
  openQualificationScan: {
    walk: 'range', roles: readers, inputs: [], filters: { id: 'qualification' }, why: 'bytes of a sealed scan, opened in the test of qualifications',
  },
  'charity.endQualification': write(heads, { id: 'qualification' }, { endedOn: '2026-03-10', reason: '证书被收回' }),
  'charity.listCampaigns': { walk: 'list', roles: readers, of: 'campaign', filters: { bookId: 'book' } },
  'charity.getCampaign': { walk: 'one', roles: readers, ids: { id: 'campaign' } },
  'charity.planCampaign': write(writers, { bookId: 'book', fundId: 'openfund' }, campaign),
  'charity.updateCampaign': write(writers, { id: 'campaign', fundId: 'openfund' }, campaign, 'campaign'),
  'charity.discardCampaign': write(writers, { id: 'campaign' }, { reason: '不办了' }, 'campaign'),
  'charity.fileCampaign': write(heads, { id: 'campaign' }, { filedOn: '2026-03-06', filingNumber: '备2' }, 'campaign'),
  'charity.publishProgress': write(heads, { id: 'filedcampaign' }, { spent: '0', words: '进展顺利' }, 'filedcampaign'),
  'charity.reportCampaign': write(heads, { id: 'endedcampaign' }, { spent: '0', words: '总结' }, 'endedcampaign'),
  'charity.listOpenCampaigns': { walk: 'anonymous', why },
  'charity.getOpenCampaign': { walk: 'anonymous', why },
  'charity.getTrail': { walk: 'one', roles: readers, ids: { id: 'confirmedgift' } },
  'charity.traceGift': { walk: 'anonymous', why },
  'charity.listOpenFunds': { walk: 'anonymous', why },
  'charity.getOpenFund': { walk: 'anonymous', why },
  'charity.listShownFunds': { walk: 'range', roles: readers, inputs: [{}], why: 'funds of the range' },
  'charity.publishFund': write(heads, { id: 'openfund' }, { words: '日常开支' }),
  'charity.withdrawFund': { ...write(heads, { id: 'openfund' }), inTheEnd: { status: 404, why: 'it was not shown' } },
  'charity.recordReach': write(writers, { id: 'openfund', unit: 'unitcode' }, { month: 202603, children: 6, households: 5 }),
}
