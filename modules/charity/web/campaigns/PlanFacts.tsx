import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { words } from '../words.ts'
import { qualificationWords } from './qualification-words.ts'
import { campaignWords } from './words.ts'
import '../charity.css'

type Plan = {
  purpose: string; startsOn: string; endsOn: string; area: string; leaderName: string; officeAddress: string; ways: string; bankAccount: string
  beneficiaries: string; usePlan: string; costFen: number; surplusRule: string; isEmergency: boolean; filedOn: string | null; filingNumber: string | null
  qualification: { holder: string; number: string } | null; status: string
}

/** The plan as the law wants it told. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  const leave = useWords(qualificationWords)
  const none = plan.status === 'draft' ? leave.missing : leave.unknown
  return (
    <Facts lines={[
      fact(leave.ofCampaign, plan.qualification === null ? none : leave.line(plan.qualification.holder, plan.qualification.number)),
      fact(own.purpose, plan.purpose), fact(own.period, own.until(plan.startsOn, plan.endsOn)), fact(own.area, plan.area),
      fact(own.isEmergency, plan.isEmergency ? own.yes : own.no), fact(own.leaderName, plan.leaderName), fact(own.officeAddress, plan.officeAddress),
      fact(own.ways, plan.ways), fact(own.bankAccount, plan.bankAccount), fact(own.beneficiaries, plan.beneficiaries), fact(own.usePlan, plan.usePlan),
      fact(own.cost, texts.yuan(formatYuan(plan.costFen))), fact(own.surplusRule, plan.surplusRule),
      plan.filedOn !== null && fact(own.filedOn, plan.filedOn), plan.filingNumber !== null && fact(own.filingNumber, plan.filingNumber),
    ]} />
  )
}

type News = { publishedOn: string; raisedFen: number; giftCount: number; spentFen: number; words: string }

/** What was told of a campaign so far, the latest first. */
export function NewsSheet({ news }: { news: readonly News[] }) {
  const own = useWords(campaignWords)
  return (
    <Sheet title={own.news}>
      {news.length === 0 ? <p className="xh-secondary">{own.noNews}</p> : (
        <ul className="xh-cards">
          {news.map(({ publishedOn, raisedFen, giftCount, spentFen, words: told }, at) => (
            <li key={at}>
              <div className="xh-card-name">{own.newsLine(publishedOn, formatYuan(raisedFen), giftCount, formatYuan(spentFen))}</div>
              <p className="charity-prose">{told}</p>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

type Partner = { name: string; task: string; assessment: string; creditCode?: string; assessedOn?: string; agreedOn?: string
  qualification?: { number: string; grantedOn: string; validUntil: string | null } | undefined
}

/** Who asks together with the foundation. */
export function PartnerSheet({ partners }: { partners: readonly Partner[] }) {
  const own = useWords(campaignWords)
  const leave = useWords(qualificationWords)
  return (
    <Sheet title={own.partners}>
      {partners.length === 0 ? <p className="xh-secondary">{own.noPartners}</p> : (
        <ul className="xh-cards">
          {partners.map(({ name, task, assessment, creditCode, assessedOn, agreedOn, qualification }, at) => (
            <li key={at}>
              <div className="xh-card-name">{name}</div>
              <Facts lines={[
                fact(own.task, task), fact(own.assessment, assessment), creditCode !== undefined && fact(own.creditCode, creditCode),
                assessedOn !== undefined && fact(own.assessedOn, assessedOn), agreedOn !== undefined && fact(own.agreedOn, agreedOn),
                ...(qualification === undefined ? [] : [
                  fact(leave.ofCampaign, qualification.number), fact(leave.grantedOn, qualification.grantedOn),
                  fact(leave.validUntil, qualification.validUntil ?? leave.noEnd),
                ]),
              ]} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
