import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** Levels of the tree. */
export const unitLevels = ['province', 'city', 'county', 'town', 'village'] as const
/** What a committee stands in. */
export const unitKinds = ['division', 'school', 'enterprise', 'agency', 'other'] as const
/** What can happen to a unit; `received` is the other side of `merged`. */
export const unitChanges = ['created', 'established', 'disestablished', 'renamed', 'moved', 'merged', 'received', 'split', 'closed', 'reopened'] as const
/** How a term ends. */
export const termEndings = ['expired', 'resigned', 'transferred', 'removed', 'deceased', 'unit-closed'] as const

/** A unit as lists show it. */
export const Unit = z.object({
  id,
  /** The unit's own code: a prefix of the codes below it. */
  unitCode: z.string(),
  parentId: z.string().nullable(),
  level: z.enum(unitLevels),
  kind: z.enum(unitKinds),
  name: z.string(),
  /** Name of the committee as people say it. */
  shortName: z.string(),
  /** Official division code; null for schools, enterprises, agencies. */
  divisionCode: z.string().nullable(),
  /** Day the committee was founded; null while it should be built but is not (应建未建). */
  establishedOn: z.string().nullable(),
  /** Day it was closed; null while it stands. */
  closedOn: z.string().nullable(),
  version: z.number().int(),
  /** Open units directly below. */
  childCount: z.number().int(),
})
/** A unit as lists show it. */
export type Unit = z.infer<typeof Unit>

/** A unit on the way from the topmost one down to another. */
export const UnitStep = z.object({ id, unitCode: z.string(), name: z.string() })
/** A dated change of a unit. */
export const UnitChange = z.object({
  id, change: z.enum(unitChanges),
  /** Day from which it holds. */
  happenedOn: z.string(),
  reason: z.string().nullable(),
  /** New parent, successor or origin. */
  otherUnitName: z.string().nullable(),
  /** Who recorded it. */
  personName: z.string(),
})
/** What a unit was until a day. */
export const FormerState = z.object({ untilOn: z.string(), name: z.string(), shortName: z.string(), unitCode: z.string(), parentName: z.string().nullable() })
/** Where the rows of a moved or merged unit stand: they follow in the background. */
const Relocation = z.object({ pending: z.number().int(), movedCount: z.number().int() })

/** One unit with everything its page shows. */
export const UnitDetail = Unit.extend({
  address: z.string().nullable(), phone: z.string().nullable(),
  /** Number of the document that founded the committee. */
  foundingDocument: z.string().nullable(),
  /** Unit that took over at a merge. */
  successor: UnitStep.nullable(),
  /** From the topmost unit down to this one, itself included. */
  path: z.array(UnitStep),
  /** Newest first. */
  changes: z.array(UnitChange),
  /** Newest first. */
  formerStates: z.array(FormerState),
  /** People in posts today by working time; the same person in two posts counts once. */
  staff: z.object({ fullTime: z.number().int(), partTime: z.number().int() }),
  relocation: Relocation,
})
/** One unit with everything its page shows. */
export type UnitDetail = z.infer<typeof UnitDetail>

/** What a structural change would touch, shown before it is done. */
export const ChangePreview = z.object({
  /** Units below, closed ones included. */
  unitsBelow: z.number().int(),
  openUnitsBelow: z.number().int(),
  /** People in posts here and below. */
  holders: z.number().int(),
  /** Registered children here and below. */
  children: z.number().int(),
  /** Volunteers here and below, those who rest included. */
  volunteers: z.number().int(),
  /** Code after a move; null where the code stays. */
  newCode: z.string().nullable(),
  /** Why it cannot be done, as a sentence; null when it can. */
  obstacle: z.string().nullable(),
})

/** Units that should have a committee, and those that have one. */
const Founding = { due: z.number().int(), established: z.number().int() }
/** 应建 and 已建 of the units below one unit, and the unit itself. */
export const FoundingRate = z.object({ id, unitCode: z.string(), name: z.string(), ...Founding })
/** What a unit counts as: its level, or its kind where it is no division; the end of the codes of its figures, such as `units.due.county`. */
export const unitSorts = ['city', 'county', 'town', 'village', 'school', 'enterprise', 'agency', 'other'] as const
/** 应建 and 已建 of one level or kind. */
export const LevelFounding = z.object({ sort: z.enum(unitSorts), ...Founding })

/** Who holds or held a post. */
export const Term = z.object({
  id, personName: z.string(), accountId: z.string().nullable(), volunteerId: z.string().nullable(),
  fromOn: z.string(), dueToEndOn: z.string().nullable(), untilOn: z.string().nullable(), isFullTime: z.boolean(),
  ending: z.enum(termEndings).nullable(), version: z.number().int(),
})
/** A seat of a committee. */
export const Post = z.object({
  id, unitCode: z.string(), unitId: z.string(), unitName: z.string(), titleCode: z.string(), titleName: z.string(),
  fromOn: z.string(), closedOn: z.string().nullable(),
  /** First vacant day; null while held. */
  vacantSince: z.string().nullable(),
  /** Days the post has stood open until today; null while held. */
  vacantDays: z.number().int().nullable(),
  holder: Term.nullable(), version: z.number().int(),
})
/** A seat of a committee. */
export type Post = z.infer<typeof Post>
/** A seat with everyone who held it, newest first. */
export const PostDetail = Post.extend({ terms: z.array(Term) })
/** A title a post can have. */
export const PostTitle = z.object({ code: z.string(), name: z.string(), isLeadership: z.boolean() })
/** A written rule of a committee. */
export const StandingRule = z.object({
  id, unitCode: z.string(), unitId: z.string(), unitName: z.string(), title: z.string(), issuedOn: z.string(),
  /** Day it was repealed; null while in force. */
  endedOn: z.string().nullable(), version: z.number().int(),
})

const versioned = { id, version: z.number().int() }
const dated = { ...versioned, on: localDate, reason: line(200) }
const notAhead = {
  CHANGE_IN_FUTURE: { status: 422, message: '日期不能晚于今天，请在当天办理。' },
  CHANGE_TOO_EARLY: { status: 422, message: '日期不能早于该单位上一次变更的日期，请核对。', data: z.object({ lastOn: z.string() }) },
} as const
const unitBusy = { UNIT_BUSY: { status: 409, message: '此刻正有人在这个单位登记人员、开设账号或授权，请稍后刷新再试。' } } as const
const structural = {
  ...notAhead,
  TOPMOST_UNIT: { status: 409, message: '这是您所在的单位，请由上一级关工委办理。' },
  UNIT_CLOSED: { status: 409, message: '该单位已撤销，请先恢复。' },
} as const
const sameName = { SAME_NAME: { status: 409, message: '同一上级下已有同名单位，请核对。' } } as const
const noRoom = { NO_CODE_LEFT: { status: 409, message: '这一级下的代码已用完，请改设在另一级单位之下。' } } as const
const wrongParent = { WRONG_PARENT: { status: 409, message: '只能移到同一层级的上级单位之下，且不能移到自己之下。' } } as const

const changes = {
  createUnit: base.route({ method: 'POST', path: '/units', summary: '新建单位', successStatus: 201 }).meta({ idempotent: true })
    .errors({ ...structural, ...noRoom, ...sameName })
    .input(z.object({
      parentId: id, kind: z.enum(unitKinds), name: line(60), shortName: line(60).optional(),
      /** Day the committee was founded; left out while it is not. */
      establishedOn: localDate.optional(), on: localDate.optional(), address: line(100).optional(), phone: line(30).optional(),
    })).output(UnitDetail),
  updateUnit: base.route({ method: 'PUT', path: '/units/{id}', summary: '更正单位资料' })
    .input(z.object({ ...versioned, address: line(100).nullable(), phone: line(30).nullable(), foundingDocument: line(60).nullable() })).output(UnitDetail),
  renameUnit: base.route({ method: 'POST', path: '/units/{id}/rename', summary: '更名' }).errors({ ...structural, ...sameName })
    .input(z.object({ ...dated, name: line(60), shortName: line(60) })).output(UnitDetail),
  establishCommittee: base.route({ method: 'POST', path: '/units/{id}/establish', summary: '登记组建' })
    .errors({ ...notAhead, UNIT_CLOSED: structural.UNIT_CLOSED, ALREADY_ESTABLISHED: { status: 409, message: '该单位的关工委已经登记组建。' } })
    .input(z.object({ ...versioned, on: localDate, foundingDocument: line(60).optional() })).output(UnitDetail),
  disestablishCommittee: base.route({ method: 'POST', path: '/units/{id}/disestablish', summary: '改为未建' })
    .errors({ ...notAhead, NOT_ESTABLISHED: { status: 409, message: '该单位的关工委尚未登记组建。' },
      POSTS_HELD: { status: 409, message: '班子中还有人在任，请先登记卸任。' } })
    .input(z.object(dated)).output(UnitDetail),
  closeUnit: base.route({ method: 'POST', path: '/units/{id}/close', summary: '撤销单位' })
    .errors({ ...structural, ...unitBusy, UNITS_BELOW: { status: 409, message: '下面还有未撤销的单位，请先撤销、移动或合并它们。', data: z.object({ count: z.number().int() }) },
      PEOPLE_REMAIN: { status: 409, message: '还有在册的关爱对象或五老：请改用“并入其他单位”（人和权限随之转去），或逐个转出后再撤销。',
        data: z.object({ children: z.number().int(), volunteers: z.number().int() }) } })
    .input(z.object(dated)).output(UnitDetail),
  reopenUnit: base.route({ method: 'POST', path: '/units/{id}/reopen', summary: '恢复单位' })
    .errors({ ...notAhead, UNIT_OPEN: { status: 409, message: '该单位没有撤销，无需恢复。' }, PARENT_CLOSED: { status: 409, message: '上级单位已撤销，请先恢复上级。' },
      TOPMOST_UNIT: structural.TOPMOST_UNIT,
      SAME_NAME: { status: 409, message: '同一上级下现在另有同名单位，请先把它更名再恢复。' },
      UNIT_MERGED: { status: 409, message: '该单位已并入其他单位，不能恢复；请从并入的单位拆分出来。' } })
    .input(z.object(dated)).output(UnitDetail),
  moveUnit: base.route({ method: 'POST', path: '/units/{id}/move', summary: '移到另一上级' })
    .errors({ ...structural, ...noRoom, ...wrongParent, SAME_NAME: { status: 409, message: '新的上级下已有同名单位，请先更名再移动。' } })
    .input(z.object({ ...dated, parentId: id })).output(UnitDetail),
  mergeUnits: base.route({ method: 'POST', path: '/units/{id}/merge', summary: '并入另一单位' })
    .errors({ ...structural, ...noRoom, ...unitBusy, WRONG_SUCCESSOR: { status: 409, message: '只能并入同一层级、同一类别的未撤销单位，且不能并入自己的下级。' } })
    .input(z.object({ ...dated, intoId: id })).output(UnitDetail),
  splitUnit: base.route({ method: 'POST', path: '/units/{id}/split', summary: '拆分出新单位', successStatus: 201 }).meta({ idempotent: true })
    .errors({ ...structural, ...noRoom, NOT_BELOW: { status: 409, message: '所选单位必须直接属于被拆分的单位。' }, ...sameName })
    .input(z.object({ ...dated, name: line(60), shortName: line(60).optional(), unitIds: z.array(id).max(200) })).output(UnitDetail),
}

const posts = {
  listPosts: base.route({ method: 'GET', path: '/posts', summary: '职务列表' })
    .input(listQuery.extend({
      /** Only the posts of this very unit. */
      unitId: id.optional(),
      title: line(40).optional(),
      /** Only vacant ones, the longest vacant first. */
      isVacant: z.stringbool().optional(),
    })).output(pageOf(Post)),
  getPost: base.route({ method: 'GET', path: '/posts/{id}', summary: '一个职务' }).input(z.object({ id })).output(PostDetail),
  listPostTitles: base.route({ method: 'GET', path: '/post-titles', summary: '职务名称' }).output(z.object({ items: z.array(PostTitle) })),
  createPosts: base.route({ method: 'POST', path: '/posts', summary: '设置职务', successStatus: 201 }).meta({ idempotent: true })
    .errors({ ...notAhead, NOT_ESTABLISHED: { status: 409, message: '该单位的关工委尚未组建，请先登记组建。' }, BEFORE_FOUNDING: { status: 422, message: '设置日期不能早于组建日期。' } })
    .input(z.object({ unitId: id, titleCode: line(40), seats: z.number().int().min(1).max(30).default(1), fromOn: localDate }))
      .output(z.object({ items: z.array(Post) })),
  closePost: base.route({ method: 'POST', path: '/posts/{id}/close', summary: '撤销职务' })
    .errors({ ...notAhead, POST_HELD: { status: 409, message: '该职务有人在任，请先登记卸任。' }, POST_CLOSED: { status: 409, message: '该职务已撤销。' } })
    .input(z.object({ ...versioned, on: localDate })).output(PostDetail),
  appointHolder: base.route({ method: 'POST', path: '/posts/{id}/terms', summary: '任职', successStatus: 201 }).meta({ idempotent: true })
    .errors({ ...notAhead, POST_HELD: { status: 409, message: '该职务已有人在任，请先登记卸任。' }, POST_CLOSED: { status: 409, message: '该职务已撤销。' },
      TERM_TOO_EARLY: { status: 422, message: '任职日期不能早于职务设置日期，也不能与前任的任期重叠。' } })
    .input(z.object({
      id, personName: line(50), fromOn: localDate, dueToEndOn: localDate.optional(), isFullTime: z.boolean(), accountId: id.optional(),
        volunteerId: id.optional(),
    })).output(PostDetail),
  endTerm: base.route({ method: 'POST', path: '/terms/{id}/end', summary: '卸任' })
    .errors({ ...notAhead, TERM_ENDED: { status: 409, message: '该任期已经结束。' }, ENDS_BEFORE_START: { status: 422, message: '卸任日期不能早于任职日期。' } })
    .input(z.object({ ...versioned, untilOn: localDate, ending: z.enum(termEndings).exclude(['unit-closed']) })).output(PostDetail),
}

const rules = {
  listStandingRules: base.route({ method: 'GET', path: '/standing-rules', summary: '制度列表' })
    .input(listQuery.extend({ unitId: id.optional() })).output(pageOf(StandingRule)),
  createStandingRule: base.route({ method: 'POST', path: '/standing-rules', summary: '登记制度', successStatus: 201 }).meta({ idempotent: true }).errors(notAhead)
    .input(z.object({ unitId: id, title: line(100), issuedOn: localDate })).output(StandingRule),
  endStandingRule: base.route({ method: 'POST', path: '/standing-rules/{id}/end', summary: '废止制度' })
    .errors({ ...notAhead, RULE_ENDED: { status: 409, message: '该制度已废止。' }, ENDS_BEFORE_START: { status: 422, message: '废止日期不能早于印发日期。' } })
    .input(z.object({ ...versioned, on: localDate })).output(StandingRule),
}

/** What crosses the wire for 组织. */
export const organizationContract = {
  listUnits: base.route({ method: 'GET', path: '/units', summary: '单位列表' })
    .input(listQuery.extend({
      /** Only the units directly below this one. */
      parent: id.optional(),
      level: z.enum(unitLevels).optional(),
      kind: z.enum(unitKinds).optional(),
      /** open (default for `parent`), closed, or due: open and not founded. */
      state: z.enum(['open', 'closed', 'due', 'established']).optional(),
    }))
    .output(pageOf(Unit)),
  getUnit: base.route({ method: 'GET', path: '/units/{id}', summary: '一个单位' }).input(z.object({ id })).output(UnitDetail),
  getUnitAsOf: base.route({ method: 'GET', path: '/units/{id}/as-of', summary: '某日的单位' })
    .input(z.object({ id, on: localDate })).output(z.object({ id, unitCode: z.string(), name: z.string(), shortName: z.string(), path: z.array(UnitStep),
      /** Whether the unit stood on that day. */
      isOpen: z.boolean(), isEstablished: z.boolean() })),
  previewChange: base.route({ method: 'GET', path: '/units/{id}/preview', summary: '变更预览' })
    .input(z.object({ id, change: z.enum(['close', 'move', 'merge', 'split']), otherId: id.optional() })).output(ChangePreview),
  listFoundingRates: base.route({ method: 'GET', path: '/founding-rates', summary: '组建率' })
    .input(listQuery).output(pageOf(FoundingRate).extend({ levels: z.array(LevelFounding) })),
  ...changes, ...posts, ...rules,
}
