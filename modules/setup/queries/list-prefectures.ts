import type { z } from 'zod'
import { describeExtract, listPrefectures as readPrefectures } from '#database/divisions/read-extract.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import type { Prefecture } from '../contract.ts'

/** Every prefecture of the country, with the source of the list. */
export async function listPrefectures(_context: AnonymousContext): Promise<{ items: z.infer<typeof Prefecture>[]; source: string }> {
  const { date } = describeExtract()
  return { items: readPrefectures().map(({ code, name, provinceName }) => ({ code, name, provinceName })), source: `国家统计局行政区划（${date}）` }
}
