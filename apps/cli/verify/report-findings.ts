import type { VerificationFinding } from '#platform/backup/check.ts'
import { CommandRefused, type Terminal } from '../command.ts'
import { verifications } from './verifications.ts'

/** Says what was verified; ends the command with an error when anything was found. */
export function reportFindings(terminal: Terminal, findings: readonly VerificationFinding[]): void {
  for (const { zh, en } of verifications.map(({ name }) => name)) {
    const own = findings.filter(({ verification }) => verification.zh === zh)
    terminal.out(own.length === 0 ? `✓ ${zh} ${en}` : `✗ ${zh} ${en}`)
    for (const { message } of own) terminal.out(`    ${message}`)
  }
  if (findings.length === 0) return
  throw new CommandRefused({
    zh: `核验发现 ${findings.length} 处问题，请保留现场，不要再写入，并与最近的备份核对。`,
    en: `${findings.length} things do not hold: leave everything as it is, write nothing more, and compare with the last backup.`,
  })
}
