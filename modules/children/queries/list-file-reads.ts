import type { z } from 'zod'
import { sql } from 'kysely'
import { cursorOf, encodeCursor, type ListQuery } from '#platform/contract/paging.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadFacts } from '../access.ts'
import { fileFields, type FileField, type FileRead } from '../contract.ts'
import { fieldNames } from '../rules/words.ts'

const verbs = {
  'child.read': '查看卡片（隐去身份）',
  'child-file.opened': '打开',
  'emergency-access.opened': '紧急查阅',
  'child.corrected': '更正信息',
  'child-case.read-on-phone': '在手机上查看（没有信号时，后来补报）',
  'phone-letter.read': '查看手机来件',
  'visit-file.opened': '打开走访附件',
  'week-list.printed': '打印本周走访单',
  'child-form.printed': '打印登记表',
  'child-copy.exported': '制作个人信息副本',
  'referral-letter.printed': '打印转介函',
  'referral-enclosure.shown': '接收单位打开转介随附内容',
} as const

/** Who looked at a file, the last first, out of the audit itself. */
export async function listFileReads(
  context: Context,
  input: ListQuery & { id: string },
): Promise<{ items: z.output<typeof FileRead>[]; next: string | null }> {
  const { tx, actor } = context
  mustReadFacts(actor)
  let page = tx
    .selectFrom('audit.entries')
    .select(['id', 'scopeCode', 'at', 'personName', 'verb', 'details', 'reason', sql<string>`at::text`.as('exactly')])
    .where('cityId', '=', actor.cityId)
    .where('subjectId', '=', input.id)
    .where('verb', 'in', Object.keys(verbs))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
  const after = cursorOf(input.after, 'moment', 'id')
  if (after !== undefined) page = page.where(sql<boolean>`(at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const [child, rows] = await Promise.all([
    tx.selectFrom('children.children').select('id').where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst(),
    page.execute(),
  ])
  if (child === undefined) throw new Refusal('NOT_FOUND')
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => ({
      id: row.id,
      unitCode: codeOfScope(row.scopeCode),
      at: readOnPhoneAt(row.details) ?? row.at,
      personName: readerOf(row.details) ?? row.personName ?? '系统',
      reason: row.reason,
      what: [verbs[row.verb as keyof typeof verbs], fieldsOf(row.details)].filter(Boolean).join('：'),
    })),
    next: last === undefined ? null : encodeCursor([last.exactly, last.id]),
  }
}

/** When it was read on a phone without signal; the entry itself tells when that came in. */
function readOnPhoneAt(details: unknown): Date | undefined {
  const at = typeof details === 'object' && details !== null && 'readAt' in details ? details.readAt : undefined
  return typeof at === 'string' ? new Date(at) : undefined
}

/** Of a reading elsewhere a job writes down who it was, with the unit. */
function readerOf(details: unknown): string | undefined {
  const { readerName, readerUnit } = (details ?? {}) as Record<string, unknown>
  return typeof readerName === 'string' && typeof readerUnit === 'string' ? `${readerName}（${readerUnit}）` : undefined
}

function fieldsOf(details: unknown): string {
  const fields =
    typeof details === 'object' && details !== null && 'fields' in details && Array.isArray(details.fields) ? details.fields : []
  return fields
    .filter((field): field is FileField => fileFields.includes(field as FileField))
    .map((field) => fieldNames[field])
    .join('、')
}
