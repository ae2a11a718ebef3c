import { writeRows, type WrittenColumn } from './write-stream.ts'

/** Started by a test in a process of its own: writes many rows to nowhere and says how far memory grew above an idle start. */
const total = Number(process.argv[2])
const columns = Array.from({ length: 20 }, (_, index): WrittenColumn => ({ key: `c${index}`, title: `第${index}列` }))

function* makeRows(count: number) {
  for (let row = 0; row < count; row++) {
    yield Object.fromEntries(columns.map((column, index) => [column.key, `第${row}行${index}列${(row * 7919 + index) % 1000}`]))
  }
}

async function writeAway(count: number): Promise<number> {
  let peak = 0
  for await (const _block of writeRows({ sheetName: '大', columns, rows: makeRows(count) })) peak = Math.max(peak, process.memoryUsage.rss())
  return peak
}

const start = await writeAway(500)
const peak = await writeAway(total)
process.stdout.write(JSON.stringify({ rows: total, growthMiB: Math.round((peak - start) / 1024 / 1024) }))
