import { runVerifications } from '#platform/backup/check.ts'
import { sayTo, type Command } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { reportFindings } from './report-findings.ts'
import { verifications } from './verifications.ts'

export const command: Command = {
  summary: { zh: '核验：审计链、统计数与记录是否一致。不改动任何数据。', en: 'Verifies that audit chain, figures and records agree. Changes nothing.' },
  run: async (call) => {
    const findings = await withInstallation(call, (installation) => runVerifications(installation, verifications, sayTo(call.terminal)))
    reportFindings(call.terminal, findings)
  },
}
