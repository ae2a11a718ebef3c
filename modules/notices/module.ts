import { defineModule } from '#platform/http/module.ts'
import { finishTask } from './commands/finish-task.ts'
import { markAllRead } from './commands/mark-all-read.ts'
import { markRead } from './commands/mark-read.ts'
import { noticesContract } from './contract.ts'
import { sendDigest } from './jobs/send-digest.ts'
import { countNotices } from './queries/count-notices.ts'
import { getNotice } from './queries/get-notice.ts'
import { listNotices } from './queries/list-notices.ts'

/** 消息、待办, as apps/ assemble it. */
export const noticesModule = defineModule({
  name: 'notices',
  contract: noticesContract,
  operations: { listNotices, countNotices, getNotice, markRead, markAllRead, finishTask },
  jobs: [sendDigest],
})
