import { sql } from 'kysely'
import type { Tx } from '#platform/database/kysely.ts'
import type { CampaignLaw } from '../../rules/campaigns.ts'

type Rule = { name: string; validFrom: string; value: number }

/** Dated rules of the law on campaigns, the latest first. */
export async function listCampaignRules(tx: Tx): Promise<Rule[]> {
  const { rows } = await sql<Rule>`select l.name, l.valid_from, l.value from charity.campaign_rules l order by l.valid_from desc`.execute(tx)
  return rows
}

/** The law as it held on the day a campaign begins; the earliest known where it began before. */
export function lawOn(rules: readonly Rule[], day: string): CampaignLaw {
  const valueOf = (name: string) => {
    const named = rules.filter((rule) => rule.name === name)
    const rule = named.find(({ validFrom }) => validFrom <= day) ?? named.at(-1)
    if (rule === undefined) throw new Error(`no rule of campaigns is named ${name}`)
    return rule.value
  }
  return {
    filingDays: valueOf('filing-days'), lateFilingDays: valueOf('late-filing-days'), emergencyDays: valueOf('emergency-days'),
    longMonths: valueOf('long-months'), progressMonths: valueOf('progress-months'), reportMonths: valueOf('report-months'),
  }
}
