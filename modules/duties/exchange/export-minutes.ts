import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import { download } from '#platform/http/module.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { mustReadDuties } from '../access.ts'
import type { Meeting, Resolution } from '../contract.ts'
import { loadBody } from '../queries/bodies.ts'
import { getMeeting } from '../queries/board/meetings.ts'
import { boardRoleWords, choiceWords } from '../rules/words.ts'
import { documentFile } from './files.ts'

/** The minutes of a meeting of the board: who was there, what was resolved, how everybody voted. */
export const exportMinutes = download({
  path: '/board-minutes', operationId: 'exportMinutes', summary: '导出理事会会议纪要', query: z.object({ id }),
  run: async (context, query) => {
    mustReadDuties(context.actor)
    const meeting = await getMeeting(context, query)
    const { scopeCode } = await loadBody(context, meeting.bookId)
    await recordAudit(context, { verb: 'meeting.exported', subjectKind: 'meeting', subjectId: meeting.id, scopeCode })
    const title = `${meeting.bodyName}${meeting.title}纪要`
    return documentFile(title, await renderPlainReport({ title, blocks: blocksOf(meeting), signedBy: meeting.bodyName, signedOn: meeting.heldOn }))
  },
})

const text = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] })

function blocksOf({ heldOn, place, members, words, resolutions }: Meeting): Block[] {
  const named = (isPresent: boolean) => members.filter((member) => member.isPresent === isPresent)
    .map(({ name, role }) => `${name}（${boardRoleWords[role]}）`).join('、') || '无'
  return [
    text(`时间：${formatChinese(heldOn)}`), text(`地点：${place}`), text(`出席：${named(true)}`), text(`缺席：${named(false)}`),
    ...(words === '' ? [] : [text(words)]), ...resolutions.flatMap(blocksOfResolution),
  ]
}

function blocksOfResolution({ title, words, matter, status, votes, membersCount, presentCount, forCount, partyName }: Resolution): Block[] {
  const result = { open: '尚未表决', adopted: '通过', rejected: '未通过' }[status]
  return [
    { kind: 'heading', level: 1, text: title }, ...(words === '' ? [] : [text(words)]), text(`议题：${matter.name}（${matter.source}）`),
    ...(partyName === null ? [] : [text(`涉及关联方：${partyName}，有关联关系的理事回避。`)]),
    text(status === 'open' ? `结果：${result}` : `应到${membersCount}人，实到${presentCount}人，同意${forCount}人。结果：${result}。`),
    ...(votes.length === 0 ? [] : [{ kind: 'table' as const, head: ['理事', '表决'], rows: votes.map(({ name, choice }) => [name, choiceWords[choice]]) }]),
  ]
}
