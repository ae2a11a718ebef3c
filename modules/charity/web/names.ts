import { formatYuan } from '#platform/values/money.ts'
import { useWords } from '#platform/ui/words.ts'
import { agreementKinds, agreementStatuses, channels, consentForms, donorKinds, giftForms, giftStatuses, type DonorKind } from '../contract.ts'
import { words } from './words.ts'

const choices = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) => codes.map(value => ({ value, label: names[value] }))

/** The choices of forms and filters, in the reader's language. */
export function useChoices() {
  const texts = useWords(words)
  return {
    donorKinds: choices(donorKinds, texts.donorKindWords), forms: choices(giftForms, texts.giftFormWords), statuses: choices(giftStatuses,
      texts.giftStatusWords),
    agreementKinds: choices(agreementKinds, texts.agreementKindWords), agreementStatuses: choices(agreementStatuses, texts.agreementStatusWords),
    channels: choices(channels, texts.channelWords), consentForms: choices(consentForms, texts.consentFormWords),
  }
}

/** How a donor reads: masked or by the name of the enterprise, an anonymous one in the reader's language. */
export function useDonorName(): (kind: DonorKind, label: string) => string {
  const texts = useWords(words)
  return (kind, label) => (kind === 'anonymous' ? texts.anonymous : label)
}

/** An amount of a form, fen while it stands there, as the server reads it. */
export const amountOf = (fen: number | string | undefined): string => (fen === undefined ? '' : typeof fen === 'number' ? formatYuan(fen) : fen)
/** A text that was typed, or nothing. */
export const typed = <Key extends string>(key: Key, text: string | null | undefined): { [K in Key]?: string } =>
  (text == null || text.trim() === '' ? {} : { [key]: text } as { [K in Key]?: string })
