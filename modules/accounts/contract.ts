import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'

/** A grant as the unit switcher shows it. */
export const OwnGrant = z.object({
  id, unitId: id, unitCode: z.string(), unitName: z.string(), roleCode: z.string(), roleName: z.string(),
  /** Last day; null while open-ended. */
  untilOn: z.string().nullable(),
})

/** Who is signed in, for which unit, with which rights. */
export const Session = z.object({
  person: z.object({ id, name: z.string() }),
  unit: z.object({ id, code: z.string(), name: z.string(), level: z.string(), kind: z.string() }),
  grantId: id,
  roleCode: z.string(),
  grants: z.array(OwnGrant),
  permissions: z.array(z.string()),
  /** The password was given by someone else and must be changed first. */
  mustChangePassword: z.boolean(),
})
/** Who is signed in, for which unit, with which rights. */
export type Session = z.infer<typeof Session>

const password = z.string().min(8, '密码至少8位').max(128, '密码最多128位')

/** What crosses the wire for 账号. */
export const accountsContract = {
  signIn: base.route({ method: 'POST', path: '/sessions', summary: '登录', successStatus: 201 }).meta({ anonymous: true })
    .input(z.object({ name: z.string().trim().min(1).max(50), password: z.string().min(1).max(128) }))
    .output(Session)
    .errors({
      WRONG_CREDENTIALS: { status: 401, message: '用户名或密码不正确。' },
      LOCKED: { status: 423, message: '密码连续输错次数过多，账号已临时锁定，请30分钟后再试，或请本单位办公室重置密码。' },
      NO_GRANT: { status: 403, message: '您的账号目前没有有效的权限，请联系安全管理员。' },
    }),
  getSession: base.route({ method: 'GET', path: '/sessions/current', summary: '当前登录' }).meta({ duringPasswordChange: true }).output(Session),
  signOut: base.route({ method: 'DELETE', path: '/sessions/current', summary: '退出登录' }).meta({ duringPasswordChange: true }).output(z.object({ ended: z.number().int() })),
  switchUnit: base.route({ method: 'POST', path: '/sessions/current/unit', summary: '切换单位' }).input(z.object({ grantId: id })).output(Session),
  changePassword: base.route({ method: 'POST', path: '/passwords/change', summary: '修改密码' }).meta({ duringPasswordChange: true })
    .input(z.object({ oldPassword: z.string().min(1).max(128), newPassword: password }))
    .output(z.object({ changed: z.literal(true) }))
    .errors({
      WRONG_OLD_PASSWORD: { status: 422, message: '原密码不正确。' },
      WEAK_PASSWORD: { status: 422, message: '新密码太简单：请同时使用字母和数字，且不要与原密码或用户名相同。' },
    }),
}
