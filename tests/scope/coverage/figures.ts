import type { Coverage, RangeEntry } from './entry.ts'

const readers = ['office', 'leader', 'guardian-officer', 'care-worker'] as const
const period = { period: '2026' }
const codes = ['visits.made', 'volunteers.active', 'children.registered']
const counted = (inputs: RangeEntry['inputs'], why: string): RangeEntry => ({ walk: 'range', roles: readers, inputs, why })
const ofEach = codes.map((code) => ({ code, ...period }))
/** First a figure that is split by fund: a fund of others is asked for in it. */
const ofMoney = [{ code: 'awards.money', ...period }, ...ofEach]
const report = { year: 2026, template: 'summary' }

/** 统计: every figure is asked for a unit of the range. */
export const figuresCoverage: Coverage = {
  'figures.listFigures': counted([period], 'numbers; what they count is the rows of the next operation'),
  'figures.listFigureRows': {
    ...counted(ofMoney, 'rows of facts; their number is compared with the owner’s in a test of its own'), filters: { fund: 'restrictedfund' },
  },
  'figures.listFigureCorrections': counted(ofEach, 'rows of facts that came late'),
  'figures.listFigureUnits': counted(ofEach, 'numbers of the units directly below'),
  'figures.listFigureSplits': counted([{ code: 'gifts.money', ...period }, { code: 'awards.children', ...period }], 'sums by fund and source'),
  'figures.listFigureTrend': counted(ofEach, 'numbers of months'),
  'figures.listIndicators': { walk: 'plain', why: 'the dictionary, the same for everyone', roles: readers },
  'figures.listClosings': { walk: 'plain', why: 'months closed by the city for the whole city', roles: readers },
  'figures.closeMonth': { walk: 'write', roles: ['office'], ids: {}, input: () => ({ month: '2018-01' }), by: '陈主任' },
  'figures.reopenMonth': {
    walk: 'write', roles: ['office'], ids: { id: 'closing' }, input: () => ({ reason: '补录' }),
    by: '陈主任',
  },
  'figures.getYearlyReport': counted([report], 'the report of a unit'),
  'figures.saveYearlyReport': {
    walk: 'write', roles: ['office'], ids: { unit: 'unitcode' },
    input: () => ({ ...report, title: '工作总结', body: '本年走访{{visits.made}}人次。', version: 0 }),
  },
  'figures.approveYearlyReport': {
    walk: 'write', roles: ['office', 'leader'], ids: { unit: 'unitcode' }, input: () => ({ ...report, version: 1 }), by: '李组长', at: '东街镇',
  },
  exportFigures: counted([period], 'a workbook of numbers'),
  exportFigureRows: { ...counted(ofMoney, 'a workbook of the rows'), filters: { fund: 'restrictedfund' } },
  exportYearlyReport: counted([report], 'the report as a document'),
  'figures.listReportingUnits': {
    walk: 'range', roles: readers, inputs: [{}], why: 'units of the range to choose from', filters: { parent: 'unit', to: 'unit' },
  },
}
