import { sendToUnitRole } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { keyOf, openIdentity } from '../queries/steps/identity.ts'
import { loadSealed } from '../queries/steps/load-child.ts'
import { findNoticeDays } from '../queries/steps/notice-days.ts'
import { nextBirthdayNotice, type BirthdayNotice } from '../rules/birthdays.ts'

const batchSize = 200

/** Each morning: children who will soon be 16 or 18 become a task of their unit, in time to talk with them. */
export const tellOfComingBirthdaysJob: JobDefinition = {
  name: 'tell-of-coming-birthdays',
  schedule: '30 2 * * *',
  run: (context) => tellOfComingBirthdays(context),
}

/** Tells of every birthday whose day of notice has come; run again it tells nothing twice. */
export async function tellOfComingBirthdays(context: Context): Promise<void> {
  const { tx, actor, today } = context
  const noticeDays = await findNoticeDays(context)
  for (;;) {
    const due = await tx
      .selectFrom('children.children')
      .select(['id', 'unitId', 'maskedName'])
      .where('cityId', '=', actor.cityId)
      .where('birthdayNoticeOn', '<=', today)
      .where('status', '=', 'registered')
      .orderBy('birthdayNoticeOn')
      .limit(batchSize)
      .execute()
    for (const child of due) await tellOfOne(context, child, noticeDays)
    if (due.length < batchSize) return
  }
}

type Due = { id: string; unitId: string; maskedName: string }

async function tellOfOne(context: Context, child: Due, noticeDays: number): Promise<void> {
  const { tx, actor, today } = context
  const birthOn = await openBirth(context, child.id)
  const notice = birthOn === undefined ? undefined : nextBirthdayNotice(birthOn, today, noticeDays)
  const isDue = notice !== undefined && notice.noticeOn <= today
  if (isDue) await sendTask(context, child, notice)
  // The next one is the eighteenth: the sixteenth has been told.
  const following = isDue && birthOn !== undefined && notice.years === 16 ? nextAfterSixteen(birthOn, notice, noticeDays) : isDue ? undefined : notice
  await tx
    .updateTable('children.children')
    .set({ birthdayNoticeOn: following?.noticeOn ?? null })
    .where('cityId', '=', actor.cityId)
    .where('id', '=', child.id)
    .execute()
}

/** The eighteenth, asked on a day on which the sixteenth has passed for certain. */
const nextAfterSixteen = (birthOn: string, sixteen: BirthdayNotice, noticeDays: number) =>
  nextBirthdayNotice(birthOn, `${Number(sixteen.dueOn.slice(0, 4)) + 1}-01-01`, noticeDays)

async function openBirth(context: Context, childId: string): Promise<string | undefined> {
  const sealed = await loadSealed(context, childId)
  if (sealed?.sealed == null || sealed.wrapped === null) return undefined
  const place = { cityId: context.actor.cityId, childId }
  return openIdentity(keyOf(context.installation.masterKeys, sealed.wrapped, place), place, sealed.sealed).birthOn
}

const sentences = {
  16: { title: '即将满16周岁，请核对类型与同意', body: '满16周岁后，农村留守儿童、流动儿童等类型不再适用，知情同意可由本人作出。请在此之前与孩子和监护人谈一次。' },
  18: { title: '即将满18周岁，请商定之后的安排', body: '满18周岁后不再属于关爱对象。请在此之前商定是否转介，并准备结束档案。' },
} as const

async function sendTask(context: Context, child: Due, { years, dueOn }: BirthdayNotice): Promise<void> {
  const { title, body } = sentences[years]
  await sendToUnitRole(
    context,
    { unitId: child.unitId, permission: 'child.correct' },
    {
      title: `${child.maskedName}${title}`,
      body,
      link: `/children/${child.id}`,
      task: { dueOn: dueOn < context.today ? context.today : dueOn },
      source: { verb: 'tell-of-coming-birthdays', key: `${child.id} ${years}`, kind: 'child-birthday', id: child.id },
    },
  )
}
