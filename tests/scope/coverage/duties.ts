import type { Coverage } from './entry.ts'

const readers = ['charity-worker', 'charity-head', 'accountant', 'finance-reviewer'] as const
const explainers = ['accountant', 'charity-head'] as const
const asAccountant = { by: '许会计', at: '试验市' }
const ofBook = { bookId: 'dutybook' }

/** 法定义务: everything is entered by a body, the holder of a set of books in range. */
export const dutiesCoverage: Coverage = {
  'duties.listDutyBodies': { walk: 'range', roles: readers, inputs: [{}], why: 'holders of the books of the range' },
  'duties.setBody': {
    walk: 'write', roles: explainers, ids: ofBook, ...asAccountant, input: () => ({ kind: 'foundation', creditCode: '91350100M000100Y43', version: 0 }),
  },
  'duties.getRatios': { walk: 'one', roles: readers, ids: ofBook, input: () => ({ year: 2026 }) },
  'duties.listRatioPostings': { walk: 'one', roles: readers, ids: ofBook, input: () => ({ year: 2026, figure: 'spending' }) },
  'duties.recordRatioNote': {
    walk: 'write', roles: explainers, ids: ofBook, ...asAccountant, input: () => ({ year: 2026, ratio: 'administration', kind: 'explanation', words: '搬迁' }),
  },
  'duties.recordEarlierYear': {
    walk: 'write', roles: explainers, ids: ofBook, ...asAccountant, input: () => ({ year: 2025, income: '100', netAssets: '200', source: '审计报告', version: 0 }),
  },
}
