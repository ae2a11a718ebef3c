import { randomFillSync } from 'node:crypto'

// UUID version 7 (RFC 9562): 48 bits of milliseconds, 12 bits that count within the millisecond, 62 random bits.
const randomBytesPerId = 9
const pool = Buffer.alloc(randomBytesPerId * 256)
let poolOffset = pool.length
let lastMillis = 0
let sequence = 0

/** A new id for a row: a UUID v7 in lower case. Within one process each is greater than the one before, even if the clock goes back. */
export function newId(): string {
  const random = takeRandom()
  advance((random[8] ?? 0) * 8)
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const time = lastMillis.toString(16).padStart(12, '0')
  const count = sequence.toString(16).padStart(3, '0')
  const tail = random.toString('hex', 0, 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

function takeRandom(): Buffer {
  if (poolOffset >= pool.length) {
    randomFillSync(pool)
    poolOffset = 0
  }
  poolOffset += randomBytesPerId
  return pool.subarray(poolOffset - randomBytesPerId, poolOffset)
}

// A new millisecond starts its count at a random place in the lower half, so that 2048 ids at least fit before time is borrowed.
function advance(firstOfMillisecond: number) {
  const now = Date.now()
  if (now > lastMillis) {
    lastMillis = now
    sequence = firstOfMillisecond
  } else if (sequence < 0xfff) {
    sequence += 1
  } else {
    lastMillis += 1
    sequence = firstOfMillisecond
  }
}
