import { closeSync, openSync, readSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { extractFile, magic, restoreName } from './extract-format.ts'
import type { ExtractHeader, IndexEntry } from './extract-format.ts'

/** A village or community (村、社区): official code of twelve digits and the official, unshortened name. */
export type VillageDivision = { code: string, name: string }

/** A town, township or street (乡、镇、街道): official code of nine digits. */
export type TownDivision = { code: string, name: string, villages: VillageDivision[] }

export type CountyDivision = {
  /** Official code of six digits. */
  code: string
  name: string
  /**
   * True where the source repeats the city because the city has no counties (东莞, 中山, 儋州, 嘉峪关).
   * No committee of a county stands there: its towns are directly under the city.
   */
  isCityItself: boolean
  towns: TownDivision[]
}

/** One city in the list to choose from. */
export type PrefectureEntry = {
  /** Official code of six digits, such as 511300. */
  code: string
  /** The name people use: 北京市 for the 市辖区 of Beijing, 河南省直辖县级行政区划 for 4190. */
  name: string
  /** Official code of the province, six digits. */
  provinceCode: string
  provinceName: string
}

export type Prefecture = {
  province: { code: string, name: string }
  city: { code: string, name: string }
  counties: CountyDivision[]
}

/** What the extract is made of, for the page that names its source. */
export function describeExtract(): Omit<ExtractHeader, 'prefectures'> {
  const { prefectures: _, ...rest } = withExtract((extract) => extract.header)
  return rest
}

/** Every prefecture-level division, in order of code, with a name that can stand alone. */
export function listPrefectures(): PrefectureEntry[] {
  return withExtract(({ header }) => header.prefectures.map(presentPrefecture))
}

/** All divisions of one city; decodes nothing but this city. Undefined when no city has the code. */
export function findPrefecture(code: string): Prefecture | undefined {
  const found = withExtract(({ header, readBody }) => {
    const entry = header.prefectures.find((candidate) => `${candidate.code}00` === code)
    return entry && { entry, text: brotliDecompressSync(readBody(entry)).toString('utf16le') }
  })
  if (!found) return undefined
  const { code: cityCode, name, provinceCode, provinceName } = presentPrefecture(found.entry)
  return {
    province: { code: provinceCode, name: provinceName },
    city: { code: cityCode, name },
    counties: readCounties(found.entry, found.text),
  }
}

/** As `findPrefecture`, for a code that must exist. */
export function readPrefecture(code: string): Prefecture {
  const prefecture = findPrefecture(code)
  if (!prefecture) throw new RangeError(`没有代码为 ${code} 的地级行政区划，请使用六位代码，例如 511300。`)
  return prefecture
}

type Extract = { header: ExtractHeader, readBody: (entry: IndexEntry) => Buffer }

function withExtract<Result>(use: (extract: Extract) => Result): Result {
  const file = openSync(extractFile, 'r')
  const read = (start: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes)
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, start))
  }
  try {
    const firstLine = read(0, 64).toString('latin1').split('\n')[0] ?? ''
    if (!firstLine.startsWith(`${magic} `)) throw new Error('The file of divisions is not of the known form.')
    const headerStart = firstLine.length + 1
    const headerBytes = Number(firstLine.slice(magic.length))
    const header = JSON.parse(read(headerStart, headerBytes).toString('utf8')) as ExtractHeader
    return use({ header, readBody: (entry) => read(headerStart + headerBytes + entry.offset, entry.bytes) })
  } finally {
    closeSync(file)
  }
}

/** 市辖区, 县 and 直辖县级行政区划 are no names without their province. */
function presentPrefecture({ code, name, provinceCode, provinceName }: IndexEntry): PrefectureEntry {
  const present = { code: `${code}00`, provinceCode: `${provinceCode}0000`, provinceName }
  if (name === '市辖区') return { ...present, name: provinceName }
  if (name === '县') return { ...present, name: `${provinceName}（县）` }
  if (name.endsWith('直辖县级行政区划')) return { ...present, name: `${provinceName}${name.replace(/^(省|自治区)/, '')}` }
  return { ...present, name }
}

function readCounties(entry: IndexEntry, text: string): CountyDivision[] {
  const [written = '', steps = ''] = text.split('\0')
  const names = written.split('\n').map(restoreName)
  const counties: CountyDivision[] = []
  let county: CountyDivision | undefined
  let town: TownDivision | undefined
  let [townNumber, villageNumber, position] = [0, 0, 0]
  for (const [, tag, step] of steps.matchAll(/([CT]?)(\.|[0-9a-z]+ )/g)) {
    const number = step === '.' ? 1 : parseInt(step ?? '', 36)
    const name = names[position++] ?? ''
    if (tag === 'C') {
      const isCityItself = name === entry.name
      county = { code: entry.code + String(number).padStart(2, '0'), name, isCityItself, towns: [] }
      counties.push(county)
      townNumber = 0
    } else if (tag === 'T' && county) {
      townNumber += number
      town = { code: county.code + String(townNumber).padStart(3, '0'), name, villages: [] }
      county.towns.push(town)
      villageNumber = 0
    } else if (town) {
      villageNumber += number
      town.villages.push({ code: town.code + String(villageNumber).padStart(3, '0'), name })
    }
  }
  return counties
}
