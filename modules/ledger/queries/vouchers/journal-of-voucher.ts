import type { Context } from '#platform/http/context.ts'

/** The journal a posted voucher made; one that gathers has none of its own. */
export async function journalOfVoucher({ tx, actor }: Context, voucherId: string): Promise<string> {
  const made = await tx.selectFrom('ledger.voucherJournals').select('journalId')
    .where('cityId', '=', actor.cityId).where('voucherId', '=', voucherId).executeTakeFirstOrThrow()
  return made.journalId
}
