import { completeTask, sendToUnitRole, type NoticeText } from '#modules/notices/index.ts'
import { readHeads } from '#platform/audit/heads.ts'
import { backupFolder, lastDueAt } from '#platform/backup/daily.ts'
import { listBackups } from '#platform/backup/retention.ts'
import { clientOf } from '#platform/database/kysely.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { listFailedJobs, type FailedJob } from '#platform/jobs/failed-jobs.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import { backupStateOf } from '../rules/backup-state.ts'

/** Attempts after which a job is spoken of: one that fails once usually succeeds a moment later. */
const attemptsUntilTold = 3

/** Each morning: backups that are missing and jobs that go on failing become a task of the system administrators; where nothing is wrong any more it ends. */
export const tellOfTrouble: JobDefinition = {
  name: 'tell-of-trouble',
  schedule: '0 9 * * *',
  run: async (context) => {
    const { tx, actor } = context
    const failing = (await listFailedJobs(clientOf(tx)))
      .filter(({ cityId, attempts }) => (cityId === null || cityId === actor.cityId) && attempts >= attemptsUntilTold)
    await tell(context, 'backup', await findMissingBackup(context))
    await tell(context, 'failing-job', failing.length === 0 ? undefined : failingText(failing))
  },
}

type Trouble = Pick<NoticeText, 'title' | 'body'> & { key: string }

/** Nothing while the night's backup is only late by hours, nor on the day the program was first started. */
async function findMissingBackup({ actor, now, today, installation: { dataFolder } }: Context): Promise<Trouble | undefined> {
  const [newest] = await listBackups(backupFolder(dataFolder))
  const state = backupStateOf(newest?.madeAt, lastDueAt(now))
  if (state === 'late' && newest !== undefined) {
    const day = dayInChina(newest.madeAt)
    return { title: `备份中断：最近一份是${day}的`, body: '请查看磁盘空间和数据文件夹的写入权限；程序每小时会再试一次。', key: `late ${day}` }
  }
  const since = (await readHeads(dataFolder, actor.cityId))?.[0]?.day
  if (state !== 'none' || since === undefined || since >= today) return undefined
  return { title: '还没有任何备份', body: '请查看磁盘空间和数据文件夹的写入权限；程序每小时会再试一次。', key: 'none' }
}

function failingText(failing: readonly FailedJob[]): Trouble {
  const names = [...new Set(failing.map(({ name }) => name))].toSorted()
  return {
    title: `后台任务反复失败：${failing.length}项`, key: names.join(' '),
    body: `${names.join('、')}。请查看服务器日志；原因消除后任务会自动重试，停止重试的请联系开发人员。`,
  }
}

/** A task about one subject; told once for the same trouble. */
async function tell(context: Context, kind: string, trouble: Trouble | undefined): Promise<void> {
  const subject = await findCityUnit(context)
  if (trouble === undefined) {
    await completeTask(context, { sourceKind: kind, sourceId: subject })
    return
  }
  const { key, ...text } = trouble
  await sendToUnitRole(context, { unitId: subject, permission: 'system.run' }, {
    ...text, link: '/upkeep', task: { dueOn: context.today }, source: { verb: 'tell-of-trouble', key: `${kind} ${key}`, kind, id: subject },
  })
}

/** What a task about the installation hangs on: the unit of the whole city. */
async function findCityUnit({ tx, actor }: Context): Promise<string> {
  const unit = await tx.selectFrom('organization.publishedUnits').select('id').where('cityId', '=', actor.cityId).where('level', '=', 'city')
    .executeTakeFirstOrThrow()
  return unit.id ?? ''
}
