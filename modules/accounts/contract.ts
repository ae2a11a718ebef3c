import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, phone } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { plainName } from '#platform/values/text.ts'

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

/** Where an account stands. */
export const accountStatuses = ['active', 'suspended', 'closed'] as const

/** A grant of an account. */
export const Grant = z.object({
  id, roleCode: z.string(), roleName: z.string(), unitId: id, unitCode: z.string(), unitName: z.string(),
  fromOn: z.string(),
  /** Last day; null while open-ended. */
  untilOn: z.string().nullable(),
  /** Handed over by somebody for a time. */
  isDelegated: z.boolean(),
})

/** An account as the list of people shows it. */
export const Account = z.object({
  id, unitCode: z.string(), unitId: id, unitName: z.string(), personName: z.string(), signInName: z.string(), phone: z.string().nullable(),
  status: z.enum(accountStatuses),
  /** Grants that hold today or later, in the caller's range. */
  grants: z.array(Grant),
  /** Signed in never or not since the first password was given. */
  mustChangePassword: z.boolean(),
  /** Locked after wrong passwords until then; null when not. */
  lockedUntil: z.date().nullable(),
  /** Last request; null when never signed in. */
  lastSeenAt: z.date().nullable(),
  version: z.number().int(),
})
/** An account as the list of people shows it. */
export type Account = z.infer<typeof Account>

/** An account as its own page shows it. */
export const OneAccount = Account.extend({
  /** The caller may reset the password: the office of the person's own unit, or of the nearest one above that has an office. */
  mayGivePassword: z.boolean(),
})
/** An account as its own page shows it. */
export type OneAccount = z.infer<typeof OneAccount>

/** A signed-in browser of the person. */
export const Device = z.object({ id, createdAt: z.date(), lastSeenAt: z.date(), address: z.string(), device: z.string(), isCurrent: z.boolean() })

/** A role and what it may do. */
export const Role = z.object({
  code: z.string(), name: z.string(), description: z.string(), isAdministrator: z.boolean(),
  /** In words, those of one part of the work (`group`) beside each other. */
  permissions: z.array(z.object({ code: z.string(), name: z.string(), group: z.string() })),
})

/** A right handed over, as giver and receiver see it. */
export const Delegation = z.object({
  id, unitCode: z.string(), unitName: z.string(), roleName: z.string(), fromOn: z.string(), untilOn: z.string(),
  giverName: z.string(), receiverName: z.string(),
  /** Given by the person who asks; such a one can be taken back. */
  isMine: z.boolean(),
})

/** Somebody whose home unit lies in the own range. */
export const Colleague = z.object({ id, unitCode: z.string(), unitName: z.string(), personName: z.string() })

/** A line of the audit without any content of records. */
export const AuditEntry = z.object({
  id, unitCode: z.string(), at: z.date(), verb: z.string(), subjectKind: z.string(), subjectId: z.string().nullable(), personName: z.string().nullable(),
  accountId: z.string().nullable(), roleName: z.string().nullable(), actingUnitName: z.string().nullable(), reason: z.string().nullable(),
  address: z.string().nullable(), requestId: z.string().nullable(),
  /** Personal before and after lie encrypted beside it; nobody reads them here. */
  isSealed: z.boolean(),
})
/** A line of the audit with what changed, apart from anything personal. */
export const AuditEntryDetail = AuditEntry.extend({ details: z.record(z.string(), z.unknown()).nullable() })

/** How far the chain over the audit reaches. */
export const AuditState = z.object({
  /** Entries sealed into the chain. */
  sealedCount: z.number().int(), lastSealedAt: z.date().nullable(),
  /** Entries written and not yet sealed; seconds old at most. */
  waitingCount: z.number().int(),
  /** Age of the oldest one in seconds; null when none waits. */
  oldestWaitingSeconds: z.number().int().nullable(),
})

/** A password that somebody else reset. */
export const GivenPassword = z.object({ id, unitCode: z.string(), at: z.date(), giverName: z.string(), personName: z.string(), unitName: z.string(),
  reason: z.string().nullable() })

const versioned = { id, version: z.number().int() }
const reasoned = { ...versioned, reason: line(200) }
const ownGrant = { OWN_GRANT: { status: 403, message: '不能给自己授权或变更自己的账号，请由另一位管理员办理。' } } as const
const accountClosed = { ACCOUNT_CLOSED: { status: 409, message: '该账号已注销。' } } as const
const homeUnitClosed = { UNIT_CLOSED: { status: 409, message: '该单位已撤销，请选择仍在的单位。' } } as const
/**
 * The name of an account. Two must not look alike: full-width letters are typed in half, as the door reads every name so; one that
 * differs in capitals alone is taken.
 */
export const signInName = z.string().trim().min(2).max(50).regex(/^[\p{L}\p{N}._-]+$/u, '用户名只能用文字、数字和 . _ -')
  .refine((name) => name === plainName(name), '用户名中的字母和数字请用半角输入')

/** An account with the password that is shown this once. */
const AccountWithPassword = z.object({ account: Account, firstPassword: z.string() })

const people = {
  listAccounts: base.route({ method: 'GET', path: '/accounts', summary: '人员与账号' })
    .input(listQuery.extend({ role: line(40).optional(), status: z.enum(accountStatuses).optional() })).output(pageOf(Account)),
  getAccount: base.route({ method: 'GET', path: '/accounts/{id}', summary: '一个账号' }).input(z.object({ id })).output(OneAccount),
  createAccount: base.route({ method: 'POST', path: '/accounts', summary: '开设账号', successStatus: 201 })
    .errors({ ...homeUnitClosed, SIGN_IN_NAME_TAKEN: { status: 409, message: '这个用户名已有人使用，请换一个。' } })
    .input(z.object({ unitId: id, personName: line(50), signInName, phone: phone.optional(), volunteerId: id.optional() })).output(AccountWithPassword),
  updateAccount: base.route({ method: 'PUT', path: '/accounts/{id}', summary: '更正账号资料' }).errors({ ...accountClosed, ...ownGrant, ...homeUnitClosed })
    .input(z.object({ ...versioned, personName: line(50), phone: phone.nullable(), unitId: id })).output(Account),
  suspendAccount: base.route({ method: 'POST', path: '/accounts/{id}/suspend', summary: '停用账号' }).errors({ ...ownGrant, ...accountClosed })
    .input(z.object(reasoned)).output(Account),
  resumeAccount: base.route({ method: 'POST', path: '/accounts/{id}/resume', summary: '恢复账号' }).errors({ ...ownGrant, ...accountClosed })
    .input(z.object(reasoned)).output(Account),
  closeAccount: base.route({ method: 'POST', path: '/accounts/{id}/close', summary: '注销账号' })
    .errors({ ...ownGrant, ...accountClosed, LAST_ADMINISTRATOR: { status: 409, message: '这是该管理员岗位的最后一人，请先授权接任者。' } })
    .input(z.object(reasoned)).output(Account),
  givePassword: base.route({ method: 'POST', path: '/accounts/{id}/password', summary: '重置密码' })
    .errors({ ...ownGrant, ...accountClosed, NOT_OWN_OFFICE: { status: 403, message: '忘记密码由本人所在单位（没有办公室的由最近的上级单位）办公室重置；管理员的账号不能由他人重置，请在服务器上更换。' } })
    .input(z.object({ id, reason: line(200) })).output(AccountWithPassword),
  listGivenPasswords: base.route({ method: 'GET', path: '/given-passwords', summary: '密码重置记录' }).input(listQuery).output(pageOf(GivenPassword)),
}

const grants = {
  listRoles: base.route({ method: 'GET', path: '/roles', summary: '角色与权限' }).output(z.object({ items: z.array(Role) })),
  grantRole: base.route({ method: 'POST', path: '/accounts/{id}/grants', summary: '授权', successStatus: 201 })
    .errors({
      ...ownGrant, ...accountClosed,
      ROLE_EXCLUDES: { status: 409, message: '三个管理员角色互相排斥，也不能与业务角色兼任，请先收回原有授权。' },
      ADMINISTRATOR_UNIT: { status: 409, message: '管理员角色只能授予在市级单位。' },
      TOO_MANY_HOLDERS: { status: 409, message: '该管理员角色最多两人（一正一副），请先收回一人。' },
      ALREADY_GRANTED: { status: 409, message: '该账号在这个单位已有这个角色。' },
      UNIT_CLOSED: { status: 409, message: '该单位已撤销，不能授权。' },
    })
    .input(z.object({ id, roleCode: line(40), unitId: id, fromOn: localDate.optional(), untilOn: localDate.optional() })).output(Account),
  revokeGrant: base.route({ method: 'POST', path: '/grants/{id}/revoke', summary: '收回授权' })
    .errors({ ...ownGrant, GRANT_REVOKED: { status: 409, message: '该授权已收回。' }, LAST_ADMINISTRATOR: { status: 409, message: '这是该管理员岗位的最后一人，请先授权接任者。' } })
    .input(z.object({ id, reason: line(200) })).output(Account),
  listColleagues: base.route({ method: 'GET', path: '/colleagues', summary: '同事' }).input(listQuery).output(pageOf(Colleague)),
  listDelegations: base.route({ method: 'GET', path: '/delegations', summary: '委托' }).input(listQuery).output(pageOf(Delegation)),
  delegateRight: base.route({ method: 'POST', path: '/delegations', summary: '委托他人', successStatus: 201 }).meta({ idempotent: true })
    .errors({
      ...ownGrant, ROLE_EXCLUDES: { status: 409, message: '对方是管理员，不能接受委托。' },
      NOT_DELEGABLE: { status: 409, message: '这项权限不能委托：管理员、志愿者的权限和他人委托来的权限都不能再委托。' },
      DELEGATION_IN_PAST: { status: 422, message: '委托截止日期不能早于今天。' },
      DELEGATION_TOO_LONG: { status: 422, message: '委托最长90天，请缩短截止日期。' },
      BEYOND_OWN_RIGHT: { status: 422, message: '委托不能超过您自己权限的截止日期。' },
      ALREADY_GRANTED: { status: 409, message: '对方在这个单位已有这个角色。' },
      UNIT_CLOSED: { status: 409, message: '您的单位已撤销，不能再委托；请联系安全管理员改授其他单位的权限。' },
    })
    .input(z.object({ accountId: id, untilOn: localDate })).output(Delegation),
  endDelegation: base.route({ method: 'DELETE', path: '/delegations/{id}', summary: '收回委托' }).input(z.object({ id })).output(z.object({ id })),
}

const devices = {
  listSessions: base.route({ method: 'GET', path: '/sessions', summary: '登录设备' }).output(z.object({ items: z.array(Device) })),
  endSession: base.route({ method: 'DELETE', path: '/sessions/{id}', summary: '退出一台设备' }).input(z.object({ id }))
    .output(z.object({ ended: z.number().int() })),
  endAllSessions: base.route({ method: 'DELETE', path: '/sessions', summary: '退出所有设备' }).output(z.object({ ended: z.number().int() })),
}

const audit = {
  listAuditEntries: base.route({ method: 'GET', path: '/audit-entries', summary: '审计记录' })
    .input(listQuery.extend({
      verb: line(60).optional(), subjectKind: line(40).optional(), subjectId: id.optional(),
      /** Name of the person who did it, from the beginning. */
      person: line(50).optional(),
      /** First and last day. */
      from: localDate.optional(), until: localDate.optional(),
    })).output(pageOf(AuditEntry)),
  getAuditEntry: base.route({ method: 'GET', path: '/audit-entries/{id}', summary: '一条审计记录' }).input(z.object({ id })).output(AuditEntryDetail),
  getAuditState: base.route({ method: 'GET', path: '/audit-state', summary: '审计封存状态' }).output(AuditState),
}

/** A password as typed: an input method left on full width writes the same one. */
export const typedPassword = z.string().normalize('NFKC').min(1).max(128)
/** A password somebody chooses. */
export const chosenPassword = z.string().normalize('NFKC').min(8, '密码至少8位').max(128, '密码最多128位')

/** What crosses the wire for 账号. */
export const accountsContract = {
  signIn: base.route({ method: 'POST', path: '/sessions', summary: '登录', successStatus: 201 }).meta({ anonymous: true })
    .input(z.object({ name: z.string().trim().normalize('NFKC').min(1).max(50), password: typedPassword }))
    .output(Session)
    .errors({
      WRONG_CREDENTIALS: { status: 401, message: '用户名或密码不正确。' },
      LOCKED: { status: 423, message: '密码连续输错次数过多，账号已临时锁定，请30分钟后再试，或请本单位办公室重置密码。' },
      NO_GRANT: { status: 403, message: '您的账号目前没有有效的权限，请联系安全管理员。' },
    }),
  getSession: base.route({ method: 'GET', path: '/sessions/current', summary: '当前登录' }).meta({ duringPasswordChange: true }).output(Session),
  signOut: base.route({ method: 'DELETE', path: '/sessions/current', summary: '退出登录' }).meta({ duringPasswordChange: true })
    .output(z.object({ ended: z.number().int() })),
  switchUnit: base.route({ method: 'POST', path: '/sessions/current/unit', summary: '切换单位' }).input(z.object({ grantId: id })).output(Session),
  changePassword: base.route({ method: 'POST', path: '/passwords/change', summary: '修改密码' }).meta({ duringPasswordChange: true })
    .input(z.object({ oldPassword: typedPassword, newPassword: chosenPassword }))
    .output(z.object({ changed: z.literal(true) }))
    .errors({
      WRONG_OLD_PASSWORD: { status: 422, message: '原密码不正确。' },
      WEAK_PASSWORD: { status: 422, message: '新密码太简单：请同时使用字母和数字，且不要与原密码或用户名相同。' },
    }),
  ...people, ...grants, ...devices, ...audit,
}
