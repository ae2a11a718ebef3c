import http from 'node:http'

/** One request of a load: where, as whom, and what is sent. */
export type Shot = { url: string; cookie?: string; method?: 'GET' | 'POST'; body?: () => unknown; headers?: () => Record<string, string> }

/** Requests a second at a number of connections, over a time. A refused request ends the measurement: speed of errors is no speed. */
export async function throughput(shot: Shot, connections: number, milliseconds: number): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const end = performance.now() + milliseconds
  let done = 0
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      await fire(shot, agent)
      done++
    }
  }))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return done / seconds
}

/**
 * Ratio of ours to bare. Both are measured in turns, many times and briefly, now the one first and now the other, because the machine is never quiet:
 * the median of the ratios counts.
 */
export async function ratioOf(ours: Shot, bare: Shot, connections: number, options: { rounds?: number; milliseconds?: number } = {}): Promise<number> {
  const [rounds, milliseconds] = [options.rounds ?? 9, options.milliseconds ?? 800]
  await throughput(ours, connections, 400)
  await throughput(bare, connections, 400)
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const rates = new Map<Shot, number>()
    for (const shot of round % 2 === 0 ? [bare, ours] : [ours, bare]) rates.set(shot, await throughput(shot, connections, milliseconds))
    ratios.push((rates.get(ours) ?? 0) / (rates.get(bare) ?? 0))
  }
  return median(ratios)
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function fire(shot: Shot, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = shot.body === undefined ? undefined : JSON.stringify(shot.body())
    const headers = {
      ...(shot.cookie === undefined ? {} : { cookie: shot.cookie }), ...shot.headers?.(),
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    }
    const request = http.request(shot.url, { agent, method: shot.method ?? 'GET', headers }, (response) => {
      const isGood = (response.statusCode ?? 500) < 300
      let text = ''
      if (isGood) response.resume()
      else response.on('data', (chunk) => { text += String(chunk) })
      response.on('end', () => (isGood ? resolve() : reject(new Error(`${shot.url}: ${response.statusCode} ${text.slice(0, 300)}`))))
    })
    request.on('error', reject)
    request.end(body)
  })
}
