import { newId } from '#platform/crypto/id.ts'
import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['office', 'care-worker', 'guardian-officer', 'leader'] as const
const workers = ['office', 'care-worker'] as const
const write = (kind: string, more: Record<string, unknown>, entry: Partial<WriteEntry> = {}): WriteEntry => ({
  walk: 'write', roles: workers, ids: { id: kind }, input: async (given, look) => ({ version: await look(kind, given['id'] ?? ''), ...more }), ...entry,
})

/** 转介: each party in its own range. The directory of outside bodies belongs to the whole city. */
export const referralsCoverage: Coverage = {
  'referrals.listReferrals': { walk: 'list', roles: readers, of: 'referral', where: `party = 'sender'`, filters: { childId: 'child' } },
  'referrals.getReferral': { walk: 'one', roles: readers, ids: { id: 'referral' } },
  // Any unit of the city may be asked, and any body of its directory: only the child must lie in the range.
  'referrals.draftReferral': {
    walk: 'write', roles: workers, ids: { childId: 'child', toUnitId: 'unit', toBodyId: 'outsidebody' },
    unread: { toUnitId: workers, toBodyId: workers },
    input: (given) => ({ toUnitId: undefined, toBodyId: given['toBodyId'], need: '请检查视力', overrideReason: '监护人失联' }),
  },
  'referrals.decideOverride': write('pendingreferral', { approved: true }, { roles: ['guardian-officer'] }),
  'referrals.sendReferral': {
    ...write('draftreferral', { purpose: 'registration' }), inTheEnd: { status: 403, why: 'the office of the city registered the child: ACCESS_REQUIRED' },
  },
  'referrals.revokeReferral': write('referral', { reason: '家里已经解决' }),
  'referrals.answerReferral': write('referral', { accepted: true }),
  'referrals.finishReferral': write('acceptedreferral', { result: '已检查' }),
  'referrals.openEnclosure': { walk: 'write', roles: ['office', 'care-worker', 'guardian-officer'], ids: { id: 'referral' } },
  'referrals.listBodies': { walk: 'plain', why: 'the directory of the city, without any child', roles: readers },
  'referrals.addBody': { walk: 'write', roles: ['office'], ids: {}, input: () => ({ kind: 'hospital', name: `医院${newId()}` }) },
  'referrals.updateBody': { walk: 'anonymous', why: 'every office keeps the directory of the whole city: walked by the test of update-body' },
  printLetter: { walk: 'one', roles: workers, ids: { id: 'referral' } },
}
