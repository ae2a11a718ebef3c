import { startOn } from './start.ts'
import { thisMachine } from './surroundings.ts'

const [folder = '', then = '', uid = ''] = process.argv.slice(2)

if (Number(uid) !== process.getuid?.()) {
  process.setgroups?.([])
  process.setgid?.(Number(uid))
  process.setuid?.(Number(uid))
}
const settings = { fsync: 'off', logging_collector: 'off' }
const server = await startOn(thisMachine(), { folder, settings, durable: false })
process.stdout.write(JSON.stringify({ superuserUrl: server.superuserUrl, pid: server.pid, uid: process.getuid?.() }))
if (then === 'stays') setInterval(() => undefined, 60_000)
