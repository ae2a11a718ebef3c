import type { Coverage, WriteEntry } from './entry.ts'

const offices = ['office'] as const
const enrollers = ['office', 'care-worker', 'volunteer'] as const
const decided = (more: Record<string, unknown>): WriteEntry => ({
  walk: 'write', roles: offices, ids: { id: 'phonearrival' }, input: async (given, look) => ({ version: await look('phonearrival', given['id'] ?? ''),
    ...more }),
})

/** 手机页: phones of the range and what arrived from them; a phone is used by its owner alone. */
export const phoneCoverage: Coverage = {
  'phone.enrolDevice': { walk: 'write', roles: enrollers, ids: {}, input: () => ({ name: '老人机', platform: 'Android 手机' }) },
  'phone.getDay': { walk: 'anonymous', why: 'gives nothing but to a phone of the caller: walked by the test of enrol-device' },
  'phone.renewDay': { walk: 'anonymous', why: 'the secret of the phone proves whose day it is: walked by the test of renew-day' },
  'phone.getDeviceState': { walk: 'anonymous', why: 'tells a locked phone whether it was cut off, nothing else: walked by the test of enrol-device' },
  'phone.getPhoneGuide': { walk: 'anonymous', why: 'the secret of the phone proves who it is: walked by the test of file-phone-report' },
  'phone.filePhoneReport': { walk: 'anonymous', why: 'the secret of the phone proves who it is: walked by the test of file-phone-report' },
  'phone.getOutcomes': { walk: 'anonymous', why: 'gives nothing but of a phone of the caller: walked by the test of conflicts' },
  'phone.sendSealed': { walk: 'anonymous', why: 'a letter proves itself: walked by the test of send-sealed' },
  'phone.listMyDevices': { walk: 'plain', roles: enrollers, why: 'phones of the caller alone' },
  'phone.listDevices': { walk: 'list', roles: offices, of: 'phonedevice' },
  'phone.cutOffDevice': {
    walk: 'write', roles: enrollers, ids: { id: 'phonedevice' },
    input: async (given, look) => ({ version: await look('phonedevice', given['id'] ?? ''), reason: '手机丢失' }),
  },
  'phone.listArrivals': { walk: 'list', roles: offices, of: 'phonearrival' },
  'phone.openArrival': { walk: 'one', roles: offices, ids: { id: 'phonearrival' } },
  'phone.listVisitFiles': { walk: 'one', roles: enrollers, ids: { visitId: 'visit' } },
  openVisitFile: { walk: 'anonymous', why: 'the bytes lie in the store: walked by the test of files' },
  'phone.acceptArrival': decided({ minutes: 20 }),
  'phone.setAsideArrival': decided({ reason: '已由办公室录入' }),
}
