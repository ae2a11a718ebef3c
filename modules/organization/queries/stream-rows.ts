import type { Context } from '#platform/http/context.ts'
import type { ListQuery } from '#platform/contract/paging.ts'
import { sortOf } from '../rules/unit-words.ts'
import { listPosts } from './list-posts.ts'
import { listUnits } from './list-units.ts'

const rowsOfPage = 200

/** Every unit of a range, page by page, as the exported table has it. */
export async function* streamUnits(context: Context, asked: Pick<ListQuery, 'unit' | 'q'>): AsyncGenerator<Record<string, unknown>> {
  for await (const unit of walk((after) => listUnits(context, { ...asked, limit: rowsOfPage, ...after }))) {
    yield {
      code: unit.unitCode, name: unit.name, shortName: unit.shortName, sort: sortOf(unit), divisionCode: unit.divisionCode,
      state: unit.closedOn !== null ? '已撤销' : unit.establishedOn === null ? '应建未建' : '已建', establishedOn: unit.establishedOn, closedOn: unit.closedOn,
    }
  }
}

/** Every open post of a range with its holder, as the exported table has it. */
export async function* streamPosts(context: Context, asked: Pick<ListQuery, 'unit' | 'q'>): AsyncGenerator<Record<string, unknown>> {
  for await (const post of walk((after) => listPosts(context, { ...asked, limit: rowsOfPage, ...after }))) {
    const { holder } = post
    yield {
      code: post.unitCode, unitName: post.unitName, title: post.titleName, personName: holder?.personName ?? '（空缺）',
      workingTime: holder === null ? '' : holder.isFullTime ? '专职' : '兼职', fromOn: holder?.fromOn, dueToEndOn: holder?.dueToEndOn,
      vacantSince: post.vacantSince, vacantDays: post.vacantDays,
    }
  }
}

async function* walk<Item>(load: (after: { after?: string }) => Promise<{ items: Item[]; next: string | null }>): AsyncGenerator<Item> {
  for (let after: string | null | undefined; after !== null;) {
    const page = await load(after === undefined ? {} : { after })
    yield* page.items
    after = page.next
  }
}
