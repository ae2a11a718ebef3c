import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['office', 'care-worker', 'leader', 'volunteer'] as const
const staff = ['office', 'care-worker', 'leader'] as const
const workers = ['office', 'care-worker'] as const
const openers = ['office', 'care-worker', 'volunteer'] as const
const write = (kind: string, more: Record<string, unknown>, entry: Partial<WriteEntry> = {}): WriteEntry => ({
  walk: 'write', roles: workers, ids: { id: kind }, input: async (given, look) => ({ version: await look(kind, given['id'] ?? ''), ...more }), ...entry,
})
const money = { payerKind: 'committee', payerName: '关工委', form: 'money', amount: '500' }
const filters = { caseId: 'case', childId: 'child' }

/** 帮扶物资、微心愿: a volunteer sees what belongs to own pairings; wishes are for staff; the wall is the same for the whole city. */
export const aidCoverage: Coverage = {
  'aid.listAidKinds': { walk: 'plain', why: 'the dated list of kinds', roles: readers },
  'aid.listNeeds': { walk: 'list', roles: readers, of: 'need', filters },
  'aid.getNeed': { walk: 'one', roles: readers, ids: { id: 'need' } },
  'aid.raiseNeed': {
    walk: 'write', roles: openers, ids: { caseId: 'case' }, input: () => ({ kind: 'study', words: '缺书包', amount: '300', wantedBy: '2026-03-20' }),
  },
  'aid.decideNeed': write('need', { approved: true, answer: '同意' }, { roles: ['office'] }),
  'aid.withdrawNeed': write('need', { answer: '已解决' }, { roles: openers }),
  'aid.closeNeed': write('receivedneed', { answer: '很高兴' }),
  'aid.openNeed': { walk: 'write', roles: openers, ids: { id: 'need' } },
  'aid.listActs': { walk: 'list', roles: readers, of: 'aidact', filters },
  'aid.getAct': { walk: 'one', roles: readers, ids: { id: 'receivedact' } },
  'aid.offerAct': {
    walk: 'write', roles: workers, ids: { caseId: 'case', needId: 'approvedneed', wishId: 'claimedwish' },
    // Either a need or a wish: with both the input is refused; the need is tried, the wish stands in the test of acts.
    input: () => ({ wishId: undefined, kind: 'study', shares: [money] }), unread: { wishId: workers },
  },
  'aid.addShare': write('aidact', { share: money }),
  'aid.withdrawShare': write('aidact', {}, { ids: { id: 'aidact', shareId: 'aidshare' } }),
  'aid.giveAct': write('aidact', { givenOn: '2026-03-10' }),
  'aid.receiveAct': write('givenact', { proof: 'witness', receivedOn: '2026-03-11', witnesses: ['周主任', '钟老师'] }),
  'aid.attachReceiptScan': {
    walk: 'write', roles: workers, ids: { id: 'receivedact' }, input: () => ({ file: new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg') }),
  },
  'aid.voidAct': write('givenact', { reason: '登记错了' }, { roles: ['office'] }),
  'aid.openAct': { walk: 'write', roles: openers, ids: { id: 'receivedact' } },
  'aid.listWishes': { walk: 'list', roles: staff, of: 'wish', filters },
  'aid.getWish': { walk: 'one', roles: staff, ids: { id: 'claimedwish' } },
  'aid.draftWish': { walk: 'write', roles: workers, ids: { caseId: 'case' }, input: () => ({ text: '想要一个书包', amount: '80' }) },
  'aid.updateWish': write('wish', { text: '想要一双运动鞋' }),
  'aid.decideWish': write('wish', { approved: true, answer: '' }, { roles: ['office'] }),
  'aid.claimWish': write('publishedwish', { donorKind: 'person', name: '钟先生', contact: '13700001111' }, { roles: ['office'] }),
  'aid.releaseClaim': write('claimedwish', {}, { roles: ['office'] }),
  'aid.openClaim': { walk: 'write', roles: ['office'], ids: { id: 'claimedwish' } },
  'aid.thankForWish': write('fulfilledwish', { thanks: '谢谢您' }),
  'aid.closeWish': write('fulfilledwish', {}, { roles: ['office'] }),
  'aid.withdrawWish': write('wish', { answer: '家里已经买了' }),
  'aid.listPublishedWishes': { walk: 'plain', why: 'what the public of the whole city sees, without anything that leads to a child', roles: staff },
  exportNeeds: { walk: 'range', roles: readers, inputs: [{}], why: 'the list of needs as a workbook' },
  exportActs: { walk: 'range', roles: readers, inputs: [{}], why: 'the list of acts as a workbook' },
  exportWishes: { walk: 'range', roles: staff, inputs: [{}], why: 'the list of wishes as a workbook' },
  printHandoverSheet: { walk: 'one', roles: workers, ids: { id: 'aidact' } },
  openReceiptScan: { walk: 'one', roles: workers, ids: { id: 'signedact' } },
}
