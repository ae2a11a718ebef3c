import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { line } from '#platform/contract/fields.ts'
import { chosenPassword, signInName, typedPassword } from '#modules/accounts/contract.ts'

/** Where the setting up of an empty installation stands. */
export const SetupState = z.object({
  /** There is no city yet: nothing but setting up is possible. */
  isEmpty: z.boolean(),
  /** Administrators whose code was printed, and whether it was used. */
  administrators: z.array(z.object({ role: z.string(), roleName: z.string(), isActivated: z.boolean() })),
})

/** A prefecture to choose from. */
export const Prefecture = z.object({ code: z.string(), name: z.string(), provinceName: z.string() })

/** What crosses the wire while an installation is set up. */
export const setupContract = {
  getSetupState: base.route({ method: 'GET', path: '/setup', summary: '初始设置状态' }).meta({ anonymous: true }).output(SetupState),
  listPrefectures: base.route({ method: 'GET', path: '/setup/prefectures', summary: '可选的城市' }).meta({ anonymous: true })
    .output(z.object({ items: z.array(Prefecture), source: z.string() })),
  activate: base.route({ method: 'POST', path: '/setup/activate', summary: '激活管理员', successStatus: 201 }).meta({ anonymous: true })
    .errors({
      WRONG_CODE: { status: 422, message: '激活码不正确或已用过，请核对服务器上显示的激活码。' },
      SIGN_IN_NAME_TAKEN: { status: 409, message: '这个用户名已有人使用，三位管理员须各用各的账号。' },
      WEAK_PASSWORD: { status: 422, message: '密码太简单：请同时使用字母和数字，且不要与用户名相同。' },
    })
    .input(z.object({ code: line(40), signInName, personName: line(50), password: chosenPassword })).output(z.object({ role: z.string() })),
  createCity: base.route({ method: 'POST', path: '/setup/city', summary: '建立城市', successStatus: 201 }).meta({ anonymous: true })
    .errors({
      WRONG_CREDENTIALS: { status: 401, message: '系统管理员的用户名或密码不正确；请先用系统管理员的激活码激活。' },
      LOCKED: { status: 423, message: '密码连续输错次数过多，请30分钟后再试。' },
      CITY_EXISTS: { status: 409, message: '城市已经建立，请直接登录。' },
      UNKNOWN_PREFECTURE: { status: 422, message: '没有这个城市，请从列表中选择。' },
    })
    .input(z.object({ signInName, password: typedPassword, prefectureCode: z.string().regex(/^\d{6}$/, '请从列表中选择') }))
    .output(z.object({ cityId: z.number().int(), name: z.string(), units: z.number().int() })),
}
