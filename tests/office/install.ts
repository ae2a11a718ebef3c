import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Before the first of the office tests, which run beside one another: what they need is there, or a sentence says what to install. */
export default function installOffice(): void {
  execFileSync(join(import.meta.dirname, 'install.sh'), { stdio: 'inherit' })
}
