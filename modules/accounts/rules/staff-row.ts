import { parsePhone } from '#platform/values/phone.ts'
import { plainName } from '#platform/values/text.ts'
import { signInName as nameForm } from '../contract.ts'
import { isAdministrator } from './roles.ts'

/** A person of a staff workbook as read. */
export type StaffRow = { personName: string; phone: string | null; signInName: string; roleCode: string | null }
/** What is wrong with a value, in words that do not repeat it. */
export type StaffProblem = { key: 'name' | 'phone' | 'signInName' | 'role'; message: string }

/** Reads one row of a staff workbook; the sign-in name is the telephone where none is given. */
export function readStaffRow(values: Readonly<Record<string, string>>, roles: ReadonlyMap<string, string>): { row: StaffRow } | { problems: StaffProblem[] } {
  const problems: StaffProblem[] = []
  const personName = (values['name'] ?? '').trim()
  if (personName === '' || personName.length > 50) problems.push({ key: 'name', message: '请填写姓名，不超过50个字。' })
  const written = (values['phone'] ?? '').trim()
  const phone = written === '' ? undefined : parsePhone(written)
  if (written !== '' && phone === undefined) problems.push({ key: 'phone', message: '电话号码不正确，请核对位数。' })
  const signInName = plainName(values['signInName'] ?? '') || (phone?.value.replaceAll('-', '') ?? '')
  // A telephone that is wrong has been told; it is not missing as a name as well.
  const isPhoneToMend = signInName === '' && written !== '' && phone === undefined
  if (!isPhoneToMend && !nameForm.safeParse(signInName).success) {
    problems.push({ key: 'signInName', message: '请填写用户名或手机号；用户名只能用文字、数字和 . _ -。' })
  }
  const roleName = (values['role'] ?? '').trim()
  const roleCode = roleName === '' ? null : roles.get(roleName) ?? undefined
  if (roleCode === undefined) problems.push({ key: 'role', message: `没有这个角色，请填：${importable(roles).join('、')}。` })
  else if (roleCode !== null && isAdministrator(roleCode)) problems.push({ key: 'role', message: '管理员角色不能导入，请逐一授权。' })
  return problems.length > 0 || roleCode === undefined ? { problems } : { row: { personName, phone: phone?.value ?? null, signInName, roleCode } }
}

const importable = (roles: ReadonlyMap<string, string>): string[] => [...roles].filter(([, code]) => !isAdministrator(code)).map(([name]) => name)
