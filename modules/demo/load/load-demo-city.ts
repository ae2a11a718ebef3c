import type { HeldCategory } from '#modules/care/rules/visits/purposes.ts'
import pg from 'pg'
import { readPrefecture } from '#database/divisions/read-extract.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Installation } from '#platform/settings/installation.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { planCity } from '../rules/plan-city.ts'
import { writeAccountsFile } from './accounts-file.ts'
import { choosePlaces } from './choose-places.ts'
import { foldLoadedFacts } from './fold-figures.ts'
import type { LoadFrame } from './frame.ts'
import { PlanLoader } from './gather-plan.ts'
import { createIndexes, dropIndexes } from './indexes.ts'
import { addAccess } from './load-access.ts'
import { addBooks } from './foundation/load-books.ts'
import { addDuties, recordKind } from './foundation/load-duties.ts'
import { addGifts } from './foundation/load-gifts.ts'
import { addProjects } from './foundation/load-projects.ts'
import { addProtection } from './protection/add-protection.ts'
import { addAccounts, linkAccounts, type DemoAccount } from './load-accounts.ts'
import { TableWriter } from './table-writer.ts'

/** One bilingual sentence for the person at the server. */
export type DemoSentence = { zh: string; en: string }

/** The demo cannot be loaded here; the sentence says why and what to do. */
export class DemoRefused extends Error {
  readonly sentence: DemoSentence

  constructor(sentence: DemoSentence) {
    super(`${sentence.zh} ${sentence.en}`)
    this.sentence = sentence
  }
}

/** What to invent, and where to put it. */
export type DemoWish = {
  /** Address of the database, signed in as its owner. */
  ownerUrl: string
  installation: Installation
  /** Division code of the prefecture, six digits. */
  cityCode: string
  /** The same seed gives the same people, records and ids. */
  seed: string | number
  /** 1 is about 3,000 volunteers, 5,000 children and 30,000 visits. */
  scale: number
  today: LocalDate
  onProgress: (sentence: DemoSentence) => void
}

/** What was loaded. */
export type LoadedDemo = { cityId: number; accounts: DemoAccount[]; counts: Record<string, number> }

/**
 * Invents a city and writes it, signed in as the owner, in one transaction: killed at any moment, it leaves an empty database behind.
 * The list of accounts is written before the end of the transaction, so that no account is without its password.
 */
export async function loadDemoCity(wish: DemoWish): Promise<LoadedDemo> {
  const divisions = divisionsOf(wish)
  const client = new pg.Client({ connectionString: wish.ownerUrl, options: '-c timezone=Asia/Shanghai -c datestyle=ISO,YMD', application_name: 'xinhuo demo' })
  await client.connect()
  try {
    await client.query('begin')
    // Checks of foreign keys are planned while tables are nearly empty and keep their plan: it must be the one for full tables.
    await client.query('set local enable_seqscan = off')
    await beginCity(client, { cityId: Number(wish.cityCode), name: divisions.city.name })
    const loaded = await fill(client, wish, divisions)
    await client.query('commit')
    wish.onProgress({ zh: '正在整理演示数据…', en: 'Tidying the demo data…' })
    await client.query('analyze')
    return loaded
  } finally {
    await client.end()
  }
}

function divisionsOf({ cityCode }: DemoWish) {
  try {
    return readPrefecture(cityCode)
  } catch {
    throw new DemoRefused({
      zh: `没有代码为 ${cityCode} 的地级行政区划，请使用六位代码，例如 511300。`, en: `There is no prefecture ${cityCode}; use a code of six digits such as 511300.`,
    })
  }
}

/** Two loads at once take turns: the second one finds a city. */
async function beginCity(client: pg.Client, city: { cityId: number; name: string }): Promise<void> {
  await client.query('lock table organization.cities in exclusive mode')
  // An installation whose administrators have their codes is about to become a real one.
  const { rows } = await client.query<{ name: string }>(`
    select city_id, name from organization.cities union all select city_id, '管理员激活码' from accounts.activations limit 1`)
  if (rows[0] !== undefined) {
    throw new DemoRefused({
      zh: `数据库里已有${rows[0].name}的数据，演示数据只能载入空的数据库；请另设 XINHUO_DATA 指向一个空文件夹。`,
      en: `The database already holds ${rows[0].name}; the demo goes into an empty one only. Point XINHUO_DATA to an empty folder.`,
    })
  }
  await client.query('insert into organization.cities (city_id, name, division_code) values ($1, $2, $3)', [city.cityId, city.name, String(city.cityId)])
}

async function fill(client: pg.Client, wish: DemoWish, divisions: ReturnType<typeof readPrefecture>): Promise<LoadedDemo> {
  const { scale, today, onProgress, installation: { masterKeys, epoch, dataFolder } } = wish
  const seed = String(wish.seed)
  const writer = new TableWriter(client)
  const frame: LoadFrame = { cityId: Number(wish.cityCode), seed, today, epoch, masterKeys, writer, units: new Map(),
    visitCategories: await loadVisitCategories(client) }
  const loader = new PlanLoader(frame, divisions.province)
  const tell = progressOf(wish)
  const indexes = await dropIndexes(client)
  let taken = 0
  for (const item of planCity(divisions, { seed, scale, today })) {
    loader.take(item)
    taken += 1
    if (taken % 256 !== 0) continue
    tell(writer.counts.get('children.children') ?? 0)
    await writer.send()
    // Lets the socket and the database's answers through between two stretches of inventing.
    await new Promise(setImmediate)
  }
  loader.finish()
  tell(writer.counts.get('children.children') ?? 0)
  addAuditEntry(frame, wish)
  await writer.finish()
  onProgress({ zh: '正在建立索引…', en: 'Building indexes…' })
  await createIndexes(client, indexes)
  await client.query('set local enable_seqscan = on')
  const places = await choosePlaces(client, frame)
  const accounts = await addAccounts(client, frame, places)
  await writer.finish()
  await addBooks(client, frame, places, accounts)
  await addGifts(client, frame, places, accounts)
  await addDuties(client, frame, places)
  await linkAccounts(client, frame)
  await addAccess(client, frame)
  await writer.finish()
  await recordKind(client, frame, wish)
  await addProjects(client, frame, { installation: wish.installation, people: accounts })
  await addProtection(client, frame, { installation: wish.installation, scale })
  onProgress({ zh: '正在汇总统计数字…', en: 'Adding up the figures…' })
  await foldLoadedFacts(client, frame)
  await writeAccountsFile(dataFolder, accounts)
  return { cityId: frame.cityId, accounts, counts: Object.fromEntries(writer.counts) }
}

/** One sentence for each tenth of the children. */
function progressOf({ scale, onProgress }: DemoWish): (children: number) => void {
  let told = 0
  return (children) => {
    const tenths = Math.floor(children * 10 / Math.max(1, Math.round(5000 * scale)))
    if (tenths <= told) return
    told = tenths
    onProgress({ zh: `正在生成演示城市（虚构人物）… ${told * 10}%`, en: `Inventing the demo city… ${told * 10}%` })
  }
}

async function loadVisitCategories(client: pg.Client): Promise<HeldCategory[]> {
  const { rows } = await client.query<HeldCategory>('select kind, code, name from care.visit_categories where valid_until is null order by kind, code')
  return rows
}

/** The load itself was done now, not on a day of the plan: lists of the audit go by the time in the id, and one of the plan lies hours ahead. */
function addAuditEntry(frame: LoadFrame, { cityCode, seed, scale }: DemoWish): void {
  const city = frame.units.get(cityCode)
  frame.writer.add('audit.entries', {
    cityId: frame.cityId, id: newId(), scopeCode: city?.scopeCode ?? '0', epoch: frame.epoch, verb: 'demo.loaded',
    subjectKind: 'city', personName: '系统', details: JSON.stringify({ cityCode, seed, scale }),
  })
}
