import type { Coverage, WriteEntry } from './entry.ts'

const readers = ['office', 'leader', 'care-worker', 'guardian-officer'] as const
const keepers = ['office'] as const
const on = '2026-03-10'
const profile = {
  name: '新登记五老', sex: 'male', birthOn: '1949-10-01', categories: ['teacher'], joinedOn: '2025-01-01', isConfirmedDistinct: true,
}
const write = (input: WriteEntry['input'], ids: WriteEntry['ids'] = {}): WriteEntry => ({
  walk: 'write', roles: keepers, ids: { id: 'volunteer', ...ids }, ...(input === undefined ? {} : { input }),
})

/** 五老队伍: registered at a unit, kept by its office and those above. */
export const volunteersCoverage: Coverage = {
  'volunteers.listVolunteers': { walk: 'list', roles: readers, of: 'volunteer', where: `status not in ('merged', 'withdrawn')` },
  'volunteers.getVolunteer': { walk: 'one', roles: readers, ids: { id: 'volunteer' } },
  'volunteers.listVolunteerWords': { walk: 'plain', why: 'categories and service roles, the same in every city', roles: readers },
  'volunteers.checkBeforeCreate': {
    walk: 'range', roles: keepers, inputs: [{ name: '龚零零一' }, { name: '桂零零一' }], why: 'names only units of records outside the range',
  },
  'volunteers.registerVolunteer': { walk: 'write', roles: keepers, ids: { unitId: 'unit', introducerId: 'volunteer' }, input: () => profile },
  'volunteers.correctVolunteer': write(
    async (given, look) => ({ version: await look('volunteer', given['id'] ?? ''), formerWork: '教师' }), { introducerId: 'othervolunteer' }),
  'volunteers.recordClearance': write(() => ({ checkedOn: on, result: 'clear' })),
  'volunteers.recordInsurance': write(() => ({ insurer: '平安保险', fromOn: on, untilOn: '2027-03-09' })),
  'volunteers.changeStatus': write(async (given, look) => ({ version: await look('volunteer', given['id'] ?? ''), status: 'resting', on }), { unitId: 'unit' }),
  'volunteers.moveVolunteer': write(async (given, look) => ({ version: await look('volunteer', given['id'] ?? ''), on }), { unitId: 'subunit' }),
  'volunteers.readIdNumber': write(() => ({ reason: '核对身份' })),
  'volunteers.listDuplicates': { walk: 'list', roles: keepers, of: 'duplicate', where: `status = 'open'` },
  'volunteers.decideDuplicate': { walk: 'write', roles: keepers, ids: { id: 'duplicate' } },
  'volunteers.mergeVolunteers': write(async (given, look) => ({
    version: await look('volunteer', given['id'] ?? ''), mergedVersion: await look('volunteer', given['mergedId'] ?? ''), reason: '同一人',
  }), { mergedId: 'othervolunteer' }),
  exportVolunteers: { walk: 'range', roles: keepers, inputs: [{}], why: 'a workbook: read for foreign names' },
}
