import { roles } from '../caller.ts'
import type { Coverage, WriteEntry } from './entry.ts'

const managers = ['office', 'system-admin'] as const
const readers = ['office', 'leader', 'guardian-officer', 'care-worker'] as const
const keepers = ['office'] as const
const on = '2026-03-10'

/** A dated change of a unit below the caller's own. */
const change = (ids: WriteEntry['ids'], more: WriteEntry['input'] = () => ({})): WriteEntry => ({
  walk: 'write', roles: managers, ids: { id: 'subunit', ...ids }, mayName: ['path'],
  input: async (given, look) => ({ version: await look('unit', given['id'] ?? ''), on, reason: '机构调整', ...await more(given, look) }),
})

/** 组织: a unit's ancestors may be named, as its path and as the parent it stands under. */
export const organizationCoverage: Coverage = {
  'organization.listUnits': { walk: 'list', roles, of: 'unit', filters: { parent: 'unit' }, mayName: ['parentId'] },
  'organization.getUnit': { walk: 'one', roles, ids: { id: 'unit' }, mayName: ['path', 'parentId'] },
  'organization.getUnitAsOf': { walk: 'one', roles, ids: { id: 'unit' }, input: () => ({ on: '2026-03-01' }), mayName: ['path'] },
  'organization.previewChange': { walk: 'one', roles: managers, ids: { id: 'subunit', otherId: 'othersubunit' }, input: () => ({ change: 'merge' }) },
  'organization.listFoundingRates': { walk: 'range', roles, inputs: [{}], why: 'sums of units; its own test counts them' },
  'organization.createUnit': {
    walk: 'write', roles: managers, ids: { parentId: 'unit' }, mayName: ['path'],
    input: () => ({ kind: 'agency', name: '新设站点', establishedOn: on, on }),
  },
  'organization.updateUnit': {
    walk: 'write', roles: managers, ids: { id: 'subunit' }, mayName: ['path'],
    input: async (given, look) => ({ version: await look('unit', given['id'] ?? ''), address: '中心路1号', phone: null, foundingDocument: null }),
  },
  'organization.renameUnit': change({}, () => ({ name: '更名后的站点', shortName: '更名站点' })),
  'organization.establishCommittee': {
    walk: 'write', roles: managers, ids: { id: 'unfounded' }, mayName: ['path'],
    input: async (given, look) => ({ version: await look('unit', given['id'] ?? ''), on }),
  },
  'organization.disestablishCommittee': change({}),
  'organization.closeUnit': change({}),
  'organization.reopenUnit': change({ id: 'closedsubunit' }),
  'organization.moveUnit': {
    ...change({ parentId: 'unit' }),
    inTheEnd: { status: 409, why: 'a new parent at the same level needs two units of the same level; units of the walk stand under one' },
  },
  'organization.mergeUnits': change({ intoId: 'othersubunit' }),
  'organization.splitUnit': {
    ...change({ 'unitIds[]': 'unit' }, (given) => ({ name: '分出的站点', unitIds: [given['unitIds[]']] })),
    inTheEnd: { status: 409, why: 'the unit named is not below the one that is split: NOT_BELOW' },
  },
  'organization.listPosts': { walk: 'list', roles: readers, of: 'post', where: 'closed_on is null', filters: { unitId: 'unit' } },
  'organization.getPost': { walk: 'one', roles: readers, ids: { id: 'post' } },
  'organization.listPostTitles': { walk: 'plain', why: 'names of posts, the same in every city', roles: readers },
  'organization.createPosts': { walk: 'write', roles: keepers, ids: { unitId: 'unit' }, input: () => ({ titleCode: 'member', seats: 1, fromOn: on }) },
  'organization.closePost': {
    walk: 'write', roles: keepers, ids: { id: 'post' }, input: async (given, look) => ({ version: await look('post', given['id'] ?? ''), on }),
  },
  'organization.appointHolder': {
    walk: 'write', roles: keepers, ids: { id: 'post', accountId: 'account', volunteerId: 'volunteer' },
    input: () => ({ personName: '新任委员', fromOn: on, isFullTime: false }),
  },
  'organization.endTerm': {
    walk: 'write', roles: keepers, ids: { id: 'term' },
    input: async (given, look) => ({ version: await look('term', given['id'] ?? ''), untilOn: on, ending: 'resigned' }),
  },
  'organization.listStandingRules': { walk: 'list', roles: readers, of: 'rule', filters: { unitId: 'unit' } },
  'organization.createStandingRule': { walk: 'write', roles: keepers, ids: { unitId: 'unit' }, input: () => ({ title: '新制度', issuedOn: on }) },
  'organization.endStandingRule': {
    walk: 'write', roles: keepers, ids: { id: 'rule' }, input: async (given, look) => ({ version: await look('rule', given['id'] ?? ''), on }),
  },
  exportUnits: { walk: 'range', roles, inputs: [{}], why: 'a workbook of the units of the range' },
  exportPosts: { walk: 'range', roles: readers, inputs: [{}], why: 'a workbook of the posts of the range' },
}
