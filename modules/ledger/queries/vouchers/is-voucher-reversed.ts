import type { Context } from '#platform/http/context.ts'

/** Whether a voucher has a reversal, posted or on its way. */
export async function isVoucherReversed({ tx, actor }: Context, id: string): Promise<boolean> {
  const found = await tx.selectFrom('ledger.vouchers').select('id').where('cityId', '=', actor.cityId)
    .where('reversesId', '=', id).where('status', '<>', 'discarded').executeTakeFirst()
  return found !== undefined
}
