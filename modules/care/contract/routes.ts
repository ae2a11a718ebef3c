import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, localDate, unitCode } from '#platform/contract/fields.ts'
import { colours, day, media } from './fields.ts'

/** One visit of a day: planned for it, or due by it. */
export const RouteStop = z.object({
  caseId: id, childLabel: z.string(), unitCode: z.string(), unitName: z.string(), colour: z.enum(colours), dueOn: day,
  /** The visit was planned for the day or an earlier one; null when it is only due. */
  plannedOn: day.nullable(), medium: z.enum(media).nullable(),
  /** Names of those who are to go; empty when nobody was named. */
  company: z.array(z.string()), withWorker: z.boolean(),
})
/** One visit of a day. */
export type RouteStop = z.infer<typeof RouteStop>

/** The visits of one village of a route. */
export const RouteGroup = z.object({ unitCode: z.string(), unitName: z.string(), stops: z.array(RouteStop) })
/** The visits of one village of a route. */
export type RouteGroup = z.infer<typeof RouteGroup>

/** One line of a week's list on paper. */
export const WeekLine = z.object({
  caseId: id,
  /** The child's name where the caller may open it, else surname and 某. */
  childName: z.string(), isNameOpen: z.boolean(), unitName: z.string(),
  /** Day planned in that week; null when the visit is only due. */
  plannedOn: day.nullable(), dueOn: day, medium: z.enum(media).nullable(), company: z.array(z.string()), withWorker: z.boolean(),
})
/** A week's list of one volunteer. */
export const WeekList = z.object({ volunteerId: id, volunteerName: z.string(), lines: z.array(WeekLine) })
/** A week's list of one volunteer. */
export type WeekList = z.infer<typeof WeekList>

/** What waits in a unit and all below, in numbers; each is the total of the list behind it. */
export const Digest = z.object({
  /** Monday of the week that is over, and its Sunday. */
  fromOn: day, untilOn: day,
  made: z.number().int(), overdue: z.number().int(), inVain: z.number().int(), reviewsDue: z.number().int(), plansWaiting: z.number().int(),
  overridesWaiting: z.number().int(), commentsUnread: z.number().int(), clearancesExpiring: z.number().int(),
})
/** What waits in a unit and all below, in numbers. */
export type Digest = z.infer<typeof Digest>

/** 走访路线、本周走访单、走访周报. */
export const routeOperations = {
  getRoute: base.route({ method: 'GET', path: '/visit-route', summary: '一天的走访路线' })
    .input(z.object({
      on: localDate, unit: unitCode.optional(),
      /** Only the visits of this volunteer. */
      volunteer: id.optional(),
      /** Left out: also visits that are due by the day. */
      only: z.enum(['planned']).optional(),
    }))
    .output(z.object({ on: day, groups: z.array(RouteGroup), isCapped: z.boolean() })),
  orderRoute: base.route({ method: 'PUT', path: '/visit-route', summary: '排走访顺序' })
    .input(z.object({ on: localDate, caseIds: z.array(id).min(1).max(200) }))
    .output(z.object({ ordered: z.number().int() })),
  listWeekVolunteers: base.route({ method: 'GET', path: '/week-lists', summary: '一周里有走访的志愿者' })
    .input(z.object({
      /** Any day of the week. */
      on: localDate, unit: unitCode.optional(),
    }))
    .output(z.object({ items: z.array(z.object({ id, unitCode: z.string(), name: z.string(), visits: z.number().int(), hasPhone: z.boolean() })) })),
  printWeekLists: base.route({ method: 'POST', path: '/week-lists', summary: '打印本周走访单（留痕）' })
    .input(z.object({ on: localDate, volunteerIds: z.array(id).min(1, '请至少选一位志愿者').max(50, '一次最多打印50位志愿者的走访单') }))
    .output(z.object({ fromOn: day, untilOn: day, unitName: z.string(), lists: z.array(WeekList) })),
  getWeeklyDigest: base.route({ method: 'GET', path: '/weekly-digest', summary: '走访周报' })
    .input(z.object({ unit: unitCode.optional() })).output(Digest),
}
