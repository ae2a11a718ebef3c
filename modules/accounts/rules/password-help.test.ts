import { expect, it } from 'vitest'
import { mayGivePassword } from './password-help.ts'

const town = { unitCode: '99010010001', isOffice: true, isSecurityAdministrator: false }
const city = { ...town, unitCode: '9901' }
const security = { unitCode: '9901', isOffice: false, isSecurityAdministrator: true }
const offices = ['9901', '9901001', '99010010001']

it('the nearest office helps, not one further up', () => {
  expect(mayGivePassword({ helper: town, isForAdministrator: false, officeUnitCodes: offices })).toBe(true)
  expect(mayGivePassword({ helper: city, isForAdministrator: false, officeUnitCodes: offices })).toBe(false)
})
it('the security administrator helps only where there is no office', () => {
  expect(mayGivePassword({ helper: security, isForAdministrator: false, officeUnitCodes: offices })).toBe(false)
  expect(mayGivePassword({ helper: security, isForAdministrator: false, officeUnitCodes: [] })).toBe(true)
})
it('nobody resets an administrator\'s password', () => {
  expect(mayGivePassword({ helper: city, isForAdministrator: true, officeUnitCodes: ['9901'] })).toBe(false)
  expect(mayGivePassword({ helper: security, isForAdministrator: true, officeUnitCodes: [] })).toBe(false)
})
it('somebody with another role at that unit does not', () => {
  expect(mayGivePassword({ helper: { ...town, isOffice: false }, isForAdministrator: false, officeUnitCodes: offices })).toBe(false)
})
